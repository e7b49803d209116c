import { idOf, redirectUriOf, type Size } from './rows.js';

/** A page that is measured. */
export interface Visit {
  readonly name: string;
  readonly path: string;
  /** Which demo account asks for it. */
  readonly by: 'sysadmin' | 'writer';
  /** What the page says, so that no other one is measured. */
  readonly says: RegExp;
}

const list = '/admin/application-links';
const links = 'Application links';

/** A page of the wiki's own, beside which the others are seen. */
export const baseline: Visit = { name: 'a page of the wiki itself', path: '/', by: 'sysadmin', says: /Spaces/ };

/** All pages, in the order of the table. */
export function visitsTo({ links: count }: Size): readonly Visit[] {
  const deep = count - 25;
  const toList = (name: string, query: string): Visit => ({
    name: `${links}: ${name}`,
    path: list + query,
    by: 'sysadmin',
    says: /Tool \d/,
  });
  const of = (name: string, path: string, says: RegExp): Visit => ({ name, path: list + path, by: 'sysadmin', says });
  const [first, other] = [idOf('link', 0), idOf('link', 17)];
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
