import { Anchor } from './anchor.js';
import type { ProfileTab } from './frame.js';

const tabs: readonly [ProfileTab, string, string][] = [
  ['profile', '/profile', 'Profile'],
  ['password', '/profile/password', 'Password'],
  ['language', '/profile/language', 'Language and time'],
  ['authorized-applications', '/profile/authorized-applications', 'Authorized applications'],
];

interface ProfileTabsProps {
  readonly current: ProfileTab;
}

/** The tabs above a person's own profile. */
export function ProfileTabs({ current }: ProfileTabsProps) {
  return (
    <nav aria-label="Your profile" lang="en">
      <ul class="w-tabs">
        {tabs.map(([tab, path, title]) => (
          <li key={tab}>
            <Anchor to={path} current={tab === current}>
              {title}
            </Anchor>
          </li>
        ))}
      </ul>
    </nav>
  );
}
