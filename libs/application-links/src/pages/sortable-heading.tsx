import { type ComponentChildren } from 'preact';
import { type LinkOrder, type LinkQuery, type LinkSort, parametersOf } from '../links/link-query.js';
import { type LinkAddresses } from './link-addresses.service.js';

interface SortableHeadingProps {
  readonly order: LinkOrder;
  readonly title: string;
  readonly wanted: Required<LinkQuery>;
  readonly addresses: LinkAddresses;
  /** What else the column shows. */
  readonly children?: ComponentChildren;
}

/** The head of a column that sorts the list by it, and the other way round when it is sorted by it already. */
export const SortableHeading = ({ order, title, wanted, addresses, children }: SortableHeadingProps) => {
  const highestFirst: LinkSort = `-${order}`;
  const [first, second]: readonly LinkSort[] = order === 'name' ? [order, highestFirst] : [highestFirst, order];
  const sort = wanted.sort === first ? second : first;
  const direction = wanted.sort === order ? 'ascending' : wanted.sort === highestFirst ? 'descending' : undefined;
  return (
    <th scope="col" aria-sort={direction}>
      <a class="db-sort" href={addresses.list(parametersOf({ ...wanted, start: 0, sort: sort ?? order }))}>
        {title}
      </a>
      {children}
    </th>
  );
};
