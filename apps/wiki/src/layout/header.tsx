import { AdministrationMenu } from './administration-menu.js';
import { Anchor } from './anchor.js';
import { Brand } from './brand.js';
import type { Frame } from './frame.js';
import { Icon } from './icon.js';
import { ProfileMenu } from './profile-menu.js';
import { holds, useVisit } from './visit.js';

interface HeaderProps {
  readonly frame: Frame;
}

/** The bar at the top of every page: where to go, what to create, who is signed in. */
export function Header({ frame }: HeaderProps) {
  const visit = useVisit();
  const inSpaces = frame.kind === 'plain' && frame.current === 'spaces';
  return (
    <header class="w-header" lang="en">
      <Brand />
      {visit.person && (
        <nav aria-label="Wiki">
          <Anchor to="/spaces" class="w-header-link" current={inSpaces}>
            Spaces
          </Anchor>
          {holds(visit, 'WRITE') && (
            <Anchor to={frame.kind === 'space' ? newPageIn(frame.key) : '/create'} class="w-button w-button-primary">
              <Icon name="plus" />
              Create
            </Anchor>
          )}
        </nav>
      )}
      <nav class="w-header-end" aria-label="Account">
        {holds(visit, 'ADMIN') && <AdministrationMenu />}
        {visit.person ? (
          <ProfileMenu person={visit.person} />
        ) : (
          <Anchor to="/login" class="w-header-link">
            Sign in
          </Anchor>
        )}
      </nav>
    </header>
  );
}

function newPageIn(spaceKey: string): string {
  return `/spaces/${encodeURIComponent(spaceKey)}/pages/new`;
}
