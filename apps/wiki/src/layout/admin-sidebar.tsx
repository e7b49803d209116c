import { Anchor } from './anchor.js';
import type { AdminEntry } from './frame.js';

const sections: readonly { readonly title: string; readonly entries: readonly [AdminEntry, string][] }[] = [
  { title: 'General Configuration', entries: [['application-links', 'Application links']] },
  {
    title: 'Users',
    entries: [
      ['people', 'People'],
      ['groups', 'Groups'],
    ],
  },
  {
    title: 'System',
    entries: [
      ['audit', 'Audit log'],
      ['system', 'System information'],
      ['backup', 'Backup'],
    ],
  },
];

interface AdminSidebarProps {
  readonly current: AdminEntry | 'overview';
}

/** The navigation of the administration area; folds away on narrow screens. */
export function AdminSidebar({ current }: AdminSidebarProps) {
  return (
    <details class="w-sidebar">
      <summary>Administration</summary>
      <nav class="w-sidebar-inner" aria-label="Administration">
        <Anchor to="/admin" class="w-sidebar-title" current={current === 'overview'}>
          Administration
        </Anchor>
        {sections.map((section) => (
          <section key={section.title}>
            <h2>{section.title}</h2>
            <ul class="w-nav">
              {section.entries.map(([entry, title]) => (
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
