import { adminPlaces } from '../layout/admin-places.js';
import { Anchor } from '../layout/anchor.js';
import { holds, useVisit } from '../layout/visit.js';
import { TitleBar } from './title-bar.js';

/** General Configuration: what there is to administer. */
export function AdminOverviewPage() {
  const visit = useVisit();
  const places = adminPlaces.filter(({ level }) => holds(visit, level));
  return (
    <>
      <TitleBar title="General Configuration" />
      <ul class="w-cards">
        {places.map(({ entry, title, sentence }) => (
          <li key={entry}>
            <div class="w-card">
              <div>
                <h2>
                  <Anchor to={`/admin/${entry}`} class="w-quiet-link">
                    {title}
                  </Anchor>
                </h2>
                <p>{sentence}</p>
              </div>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
