import { Client, ClientSecret, Grant } from 'nestjs-drawbridge/oauth-provider';
import { type EntityManager, type SelectQueryBuilder } from 'typeorm';
import { ApplicationLink } from './application-link.entity.js';
import { nameKeyOf } from './link-name.js';
import { type LinkOrder, type LinkQuery } from './link-query.js';
import { dayInMilliseconds, type LinkStatusKind, soon, type StatusBounds } from './link-status.js';

type Selection = SelectQueryBuilder<ApplicationLink>;

/** A link that was selected; `total` counts all that are searched for, where something narrows them. */
export interface SelectedLink {
  readonly id: string;
  readonly total?: string | number;
}

/** What is searched for, as names are compared. */
export const searchedPart = ({ query }: LinkQuery): string => nameKeyOf(query.replace(/\p{Cc}/gu, ''));

/**
 * Selects ids of links alone, as {@link SelectedLink}, and joins only what the order or the search needs: whole rows would be read and
 * sorted with all that is before the wanted part.
 */
export function selectLinks(manager: EntityManager, wanted: LinkQuery, bounds: StatusBounds): Selection {
  const { start, limit, status, sort = 'name' } = wanted;
  const selection = manager.createQueryBuilder(ApplicationLink, 'link').select('link.id', 'id');
  const order = sort.replace('-', '') as LinkOrder;
  const part = searchedPart(wanted);
  if (part !== '' || status || order === 'lastUsed') {
    selection.innerJoin(Client, 'client', 'client.id = link.clientId');
  }
  if (part !== '') search(selection, part);
  if (status) conditions[status](selection, bounds);
  if (part !== '' || status) selection.addSelect('COUNT(*) OVER ()', 'total');
  orders[order](selection, sort === order ? 'ASC' : 'DESC');
  return selection
    .addOrderBy('link.nameKey', sort === '-name' ? 'DESC' : 'ASC')
    .offset(start)
    .limit(limit);
}

function search(selection: Selection, wanted: string): void {
  const part = `%${wanted.replace(/[!%_]/g, '!$&')}%`;
  const columns = ['link.nameKey', 'LOWER(client.redirectUris)', 'client.id'];
  const like = columns.map((column) => `${column} LIKE :part ESCAPE '!'`).join(' OR ');
  selection.andWhere(`(${like})`, { part });
}

/** The same as `statusesOf`, asked of the database. */
const conditions: Readonly<Record<LinkStatusKind, (selection: Selection, bounds: StatusBounds) => void>> = {
  disabled: (selection) => selection.andWhere('client.enabled = :enabled', { enabled: false }),
  secretEnding: (selection, { now }) => {
    const secrets = (condition: string): string =>
      selection.subQuery().select('secret.clientId').from(ClientSecret, 'secret').where(condition).getQuery();
    const ending = secrets('secret.expiresAt > :now AND secret.expiresAt <= :soon');
    const live = secrets('secret.expiresAt IS NULL OR secret.expiresAt > :now');
    selection
      .andWhere(`client.type = 'confidential'`)
      .andWhere(`(client.id IN ${ending} OR client.id NOT IN ${live})`, { now, soon: now + soon });
  },
  idle: (selection, bounds) => selection.andWhere('client.lastUsedAt <= :idle', { idle: idleFrom(bounds) }),
  neverUsed: (selection) => selection.andWhere('client.lastUsedAt IS NULL'),
  active: (selection, bounds) =>
    selection
      .andWhere('client.enabled = :enabled', { enabled: true })
      .andWhere('client.lastUsedAt > :idle', { idle: idleFrom(bounds) }),
};

const idleFrom = ({ now, idleDays }: StatusBounds): number => now - idleDays * dayInMilliseconds;

const orders: Readonly<Record<LinkOrder, (selection: Selection, direction: 'ASC' | 'DESC') => void>> = {
  name: (selection, direction) => selection.orderBy('link.nameKey', direction),
  created: (selection, direction) => selection.orderBy('link.createdAt', direction),
  lastUsed: (selection, direction) =>
    selection.addSelect('COALESCE(client.lastUsedAt, 0)', 'rank').orderBy('rank', direction),
  people: (selection, direction) =>
    selection
      .leftJoin(countPeople, 'given', 'given.client_id = link.clientId')
      .addSelect('COALESCE(given.people, 0)', 'rank')
      .orderBy('rank', direction),
};

/** Reads an index alone. */
const countPeople = (query: SelectQueryBuilder<Grant>): SelectQueryBuilder<Grant> =>
  query
    .select('counted.clientId', 'client_id')
    .addSelect('COUNT(*)', 'people')
    .from(Grant, 'counted')
    .groupBy('counted.clientId');
