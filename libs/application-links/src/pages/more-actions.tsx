import { type ApplicationLink } from '../links/application-link.entity.js';
import { useWords } from '../words/link-words.js';
import { type LinkAddresses } from './link-addresses.service.js';

interface MoreActionsProps {
  readonly link: ApplicationLink;
  readonly addresses: LinkAddresses;
}

interface ItemProps {
  readonly to: string;
  readonly text: string;
  readonly isDangerous?: boolean;
}

const Item = ({ to, text, isDangerous = false }: ItemProps) => (
  <li>
    <a class={`db-menu-item ${isDangerous ? 'db-menu-item-danger' : ''}`} href={to}>
      {text}
    </a>
  </li>
);

/** What can be done to a link of the list. */
export const MoreActions = ({ link: { id, client }, addresses }: MoreActionsProps) => {
  const { text, rich } = useWords();
  const state = client.enabled ? 'disable' : 'enable';
  return (
    <details class="db-menu" name="more-actions">
      <summary class="db-button db-button-small">
        {rich('actions.more', {
          name: <bdi>{client.name}</bdi>,
          hidden: (inner) => <span class="db-visually-hidden">{inner}</span>,
        })}
      </summary>
      <ul class="db-menu-panel">
        <Item to={addresses.page(id, 'credentials')} text={text('actions.credentials')} />
        <Item to={addresses.link(id)} text={text('actions.details')} />
        <Item to={addresses.page(id, 'edit')} text={text('actions.edit')} />
        {client.type === 'confidential' && <Item to={addresses.page(id, 'secrets')} text={text('actions.rotate')} />}
        <Item to={addresses.page(id, state)} text={text(`actions.${state}`)} />
        <Item to={addresses.page(id, 'delete')} text={text('actions.delete')} isDangerous />
      </ul>
    </details>
  );
};
