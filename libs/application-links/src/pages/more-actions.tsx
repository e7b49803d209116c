import { type ApplicationLink } from '../links/application-link.entity.js';
import { type LinkAddresses } from './link-addresses.service.js';

interface MoreActionsProps {
  readonly link: ApplicationLink;
  readonly addresses: LinkAddresses;
}

/** What can be done to a link of the list. */
export const MoreActions = ({ link: { id, client }, addresses }: MoreActionsProps) => (
  <details class="db-menu" name="more-actions">
    <summary class="db-button db-button-small">
      More actions<span class="db-visually-hidden"> for {client.name}</span>
    </summary>
    <ul class="db-menu-panel">
      <li>
        <a class="db-menu-item" href={addresses.page(id, 'credentials')}>
          View credentials
        </a>
      </li>
      <li>
        <a class="db-menu-item" href={addresses.page(id, 'edit')}>
          Edit
        </a>
      </li>
      <li>
        <a class="db-menu-item" href={addresses.page(id, client.enabled ? 'disable' : 'enable')}>
          {client.enabled ? 'Disable' : 'Enable'}
        </a>
      </li>
      <li>
        <a class="db-menu-item db-menu-item-danger" href={addresses.page(id, 'delete')}>
          Delete
        </a>
      </li>
    </ul>
  </details>
);
