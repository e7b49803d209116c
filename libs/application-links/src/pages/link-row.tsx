import { type UsageOfDay } from '../events/link-activity.service.js';
import { type ApplicationLink } from '../links/application-link.entity.js';
import { type LinkStatus } from '../links/link-status.js';
import { useWords } from '../words/link-words.js';
import { type LinkAddresses } from './link-addresses.service.js';
import { MoreActions } from './more-actions.js';
import { PermissionLadder } from './permission-ladder.js';
import { Sparkline } from './sparkline.js';
import { StatusList } from './status-badge.js';
import { Ago, OnDay } from './when.js';

/** A link, and what the list says of it. */
export interface LinkRow {
  readonly link: ApplicationLink;
  /** The most important first. */
  readonly statuses: readonly LinkStatus[];
  /** How many people let it in. */
  readonly people: number;
  /** Day by day, the oldest first. */
  readonly usage: readonly UsageOfDay[];
}

interface LinkTableRowProps {
  readonly row: LinkRow;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly addresses: LinkAddresses;
}

/** A link of the list. */
export const LinkTableRow = ({ row: { link, statuses, people, usage }, now, addresses }: LinkTableRowProps) => {
  const { text } = useWords();
  const { client } = link;
  return (
    <tr>
      <th scope="row">
        <a class="db-link" href={addresses.link(link.id)}>
          <bdi>{client.name}</bdi>
        </a>
        <span class="db-subtle">{text(`link.incoming.${client.type}`)}</span>
      </th>
      <td data-label={text('links.permissions')}>
        <PermissionLadder scopes={client.scopes} />
      </td>
      <td data-label={text('links.status')}>
        <StatusList statuses={statuses} now={now} />
      </td>
      <td data-label={text('links.authorizedBy')}>
        {people === 0 ? <span class="db-subtle">{text('links.nobody')}</span> : text('people.count', { count: people })}
      </td>
      <td data-label={text('links.lastUsed')}>
        <span>
          <Ago at={client.lastUsedAt} now={now} />
          <Sparkline usage={usage} />
        </span>
      </td>
      <td data-label={text('links.created')}>
        <OnDay at={link.createdAt} />
      </td>
      <td>
        <MoreActions link={link} addresses={addresses} />
      </td>
    </tr>
  );
};
