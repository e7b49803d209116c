import { useWords } from '../words/link-words.js';
import { type ApplicationLink } from '../links/application-link.entity.js';
import { type LinkAddresses } from './link-addresses.service.js';

interface MoreActionsProps {
  readonly link: ApplicationLink;
  readonly addresses: LinkAddresses;
}

/** What can be done to a link of the list. */
export const MoreActions = ({ link: { id, client }, addresses }: MoreActionsProps) => {
  const { text, rich } = useWords();
  return (
    <details class="db-menu" name="more-actions">
      <summary class="db-button db-button-small">
        {rich('actions.more', {
          name: client.name,
          hidden: (inner) => <span class="db-visually-hidden">{inner}</span>,
        })}
      </summary>
      <ul class="db-menu-panel">
        <li>
          <a class="db-menu-item" href={addresses.page(id, 'credentials')}>
            {text('actions.credentials')}
          </a>
        </li>
        <li>
          <a class="db-menu-item" href={addresses.page(id, 'edit')}>
            {text('actions.edit')}
          </a>
        </li>
        <li>
          <a class="db-menu-item" href={addresses.page(id, client.enabled ? 'disable' : 'enable')}>
            {text(client.enabled ? 'actions.disable' : 'actions.enable')}
          </a>
        </li>
        <li>
          <a class="db-menu-item db-menu-item-danger" href={addresses.page(id, 'delete')}>
            {text('actions.delete')}
          </a>
        </li>
      </ul>
    </details>
  );
};
