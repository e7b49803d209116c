import { type LinkQuery } from '../links/link-query.js';
import { useWords } from '../words/link-words.js';
import { type LinkAddresses } from './link-addresses.service.js';
import { type LinkRow, LinkTableRow } from './link-row.js';
import { SortableHeading } from './sortable-heading.js';

interface LinkTableProps {
  readonly rows: readonly LinkRow[];
  readonly wanted: Required<LinkQuery>;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly addresses: LinkAddresses;
}

/** Links, one a row. */
export const LinkTable = ({ rows, wanted, now, addresses }: LinkTableProps) => {
  const { text } = useWords();
  const sorting = { wanted, addresses };
  return (
    <table class="db-table db-table-links">
      <caption class="db-visually-hidden">{text('links.title')}</caption>
      <thead>
        <tr>
          <SortableHeading order="name" title={text('links.application')} {...sorting} />
          <th scope="col">{text('links.permissions')}</th>
          <th scope="col">{text('links.status')}</th>
          <SortableHeading order="people" title={text('links.authorizedBy')} {...sorting} />
          <SortableHeading order="lastUsed" title={text('links.lastUsed')} {...sorting}>
            <span class="db-heading-more">{text('links.usage', { days: rows[0]?.usage.length ?? 0 })}</span>
          </SortableHeading>
          <SortableHeading order="created" title={text('links.created')} {...sorting} />
          <th scope="col">
            <span class="db-visually-hidden">{text('links.actions')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <LinkTableRow key={row.link.id} row={row} now={now} addresses={addresses} />
        ))}
      </tbody>
    </table>
  );
};
