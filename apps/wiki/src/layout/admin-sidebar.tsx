import { adminPlaces } from './admin-places.js';
import { Anchor } from './anchor.js';
import { type AdminEntry } from './frame.js';
import { holds, useVisit } from './visit.js';

interface AdminSidebarProps {
  readonly current: AdminEntry | 'overview';
}

/** The navigation of the administration area; folds away on narrow screens. */
export function AdminSidebar({ current }: AdminSidebarProps) {
  const visit = useVisit();
  const places = adminPlaces.filter(({ level }) => holds(visit, level));
  const sections = [...new Set(places.map(({ section }) => section))];
  return (
    <details class="w-sidebar" lang="en">
      <summary>Administration</summary>
      <nav class="w-sidebar-inner" aria-label="Administration">
        <Anchor to="/admin" class="w-sidebar-title" current={current === 'overview'}>
          Administration
        </Anchor>
        {sections.map((section) => (
          <section key={section}>
            <h2>{section}</h2>
            <ul class="w-nav">
              {places
                .filter((place) => place.section === section)
                .map(({ entry, title }) => (
                  <li key={entry}>
                    <Anchor to={`/admin/${entry}`} current={entry === current}>
                      {title}
                    </Anchor>
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </nav>
    </details>
  );
}
