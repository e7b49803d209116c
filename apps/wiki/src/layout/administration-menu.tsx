import { Anchor } from './anchor.js';
import { Icon } from './icon.js';

/** The gear in the header; for administrators. */
export function AdministrationMenu() {
  return (
    <details class="w-menu w-menu-named" name="header-menu">
      <summary title="Administration">
        <Icon name="gear" />
        <span class="w-menu-name">Administration</span>
      </summary>
      <div class="w-menu-panel">
        <ul>
          <li>
            <Anchor to="/admin" class="w-menu-item">
              General Configuration
            </Anchor>
          </li>
          <li>
            <Anchor to="/admin/people" class="w-menu-item">
              People
            </Anchor>
          </li>
          <li>
            <Anchor to="/admin/groups" class="w-menu-item">
              Groups
            </Anchor>
          </li>
        </ul>
      </div>
    </details>
  );
}
