import { address, idOf, placeOf, redirectUriOf, type Size } from './rows.js';

/** A page that is measured. */
export interface Visit {
  readonly name: string;
  readonly path: string;
  /** Which demo account asks for it. */
  readonly by: 'sysadmin' | 'writer';
  /** What the page says, so that no other one is measured. */
  readonly says: RegExp;
}

/** The number of the link that most pages of one link are measured with. */
export const linkLookedAt = 17;

const list = '/admin/application-links';
const links = 'Application links';

/** A page of the wiki's own, beside which the others are seen. */
export const baseline: Visit = { name: 'a page of the wiki itself', path: '/', by: 'sysadmin', says: /Spaces/ };

const day = 86_400_000;
const dayAgo = (days: number): string => new Date(Date.now() - days * day).toISOString().slice(0, 10);

/** All pages, in the order of the table. */
export function visitsTo({ links: count, events }: Size): readonly Visit[] {
  /** A place in the trail, so far from its begin to its end. */
  const eventAt = (share: number): string => placeOf(events, Math.ceil(events * share));
  const deep = count - 25;
  const toList = (name: string, query: string): Visit => ({
    name: `${links}: ${name}`,
    path: list + query,
    by: 'sysadmin',
    says: /Tool \d/,
  });
  const of = (name: string, path: string, says: RegExp): Visit => ({ name, path: list + path, by: 'sysadmin', says });
  const toAudit = (name: string, query: string, says = /db-table-events/): Visit =>
    of(`audit trail: ${name}`, `/audit${query}`, says);
  const none = /No event is like that/;
  const [first, other] = [idOf('link', 0), idOf('link', linkLookedAt)];
  const request = new URLSearchParams({
    client_id: idOf('client', 1),
    redirect_uri: redirectUriOf(1),
    response_type: 'code',
    scope: 'READ WRITE',
  });
  return [
    toList('first page', ''),
    toList('last page', `?start=${deep.toString()}`),
    toList('search by name', '?query=tool+77'),
    toList('search by redirect URL', '?query=tool-77.example'),
    ...['-name', 'lastUsed', '-lastUsed', 'created', '-created', 'people', '-people'].map((sort) =>
      toList(`sort ${sort}`, `?sort=${sort}`),
    ),
    toList('last page by people', `?sort=people&start=${deep.toString()}`),
    ...['active', 'idle', 'neverUsed', 'disabled', 'secretEnding'].map((status) =>
      toList(`status ${status}`, `?status=${status}`),
    ),
    toList('search, status and sort together', '?query=tool&status=active&sort=-people'),
    of('details of a link', `/${other}`, /Tool 17/),
    of('details of a link that 5,000 people use', `/${first}`, /Tool 0/),
    of('the same, the last of its people', `/${first}?people=4980`, /Tool 0/),
    of('edit a link', `/${other}/edit`, /Tool 17/),
    of('credentials', `/${other}/credentials`, /Tool 17/),
    of('rotation', `/${other}/secrets`, /Tool 17/),
    of('new link', '/new/details?type=EXTERNAL_APPLICATION&direction=INCOMING', /redirectUris/),
    toAudit('first page', ''),
    toAudit('half-way through', `?olderThan=${eventAt(0.5)}`),
    toAudit('its last page', `?olderThan=${eventAt(0.0001)}`),
    toAudit('one type', '?type=link.updated'),
    toAudit('a group of types', '?type=authorizations'),
    toAudit('a type that is nowhere', '?type=link.deleted', none),
    toAudit('one link', `?link=${idOf('client', linkLookedAt)}`),
    toAudit('one link and one type', `?link=${idOf('client', linkLookedAt)}&type=authorization.given`),
    toAudit('links by name', '?link=tool+777'),
    toAudit('one person', `?person=${idOf('person', 17)}`),
    toAudit('one address', `?address=${address}`),
    toAudit('an address that is nowhere', '?address=198.51.100.0/24', none),
    toAudit('a week', `?from=${dayAgo(14)}&to=${dayAgo(7)}`),
    of('what applications reach', '/reach', /reach/),
    of('what one application reaches', `/reach?clientId=${idOf('client', 1)}`, /Tool 1/),
    { name: 'consent', path: `/rest/oauth2/latest/authorize?${request.toString()}`, by: 'writer', says: /Tool 1/ },
    {
      name: 'authorized applications of a person who has 100',
      path: '/profile/authorized-applications',
      by: 'writer',
      says: /Tool 99/,
    },
  ];
}
