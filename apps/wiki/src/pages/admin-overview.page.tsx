import { Anchor } from '../layout/anchor.js';
import { TitleBar } from './title-bar.js';

const entries = [
  ['application-links', 'Application links', 'Let external applications in, and see what they may do.'],
  ['people', 'People', 'Accounts: create, disable and enable them, give new passwords.'],
  ['groups', 'Groups', 'Who may read, write and administer.'],
  ['audit', 'Audit log', 'Who changed what, and when.'],
  ['system', 'System information', 'What the wiki runs on.'],
  ['backup', 'Backup', 'A copy of the whole wiki in one file.'],
] as const;

/** General Configuration: what there is to administer. */
export function AdminOverviewPage() {
  return (
    <>
      <TitleBar title="General Configuration" />
      <ul class="w-cards">
        {entries.map(([entry, title, sentence]) => (
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
