import { addressRangeOf } from 'nestjs-drawbridge/oauth-provider';

/** How much a wiki holds. */
export interface Size {
  readonly links: number;
  /** Besides those of the link that everybody uses, and those of the person who uses a hundred. */
  readonly grants: number;
  readonly events: number;
}

/** Rows of one table: SQL that PostgreSQL and SQLite read alike, of the number `n`, from 0 on, for each column that is not NULL. */
export interface Rows {
  readonly table: string;
  readonly count: number;
  readonly row: Readonly<Record<string, string>>;
}

/** How many people use the first link, and how many links one person uses. */
export const popularity = { peopleOfOne: 5000, linksOfOne: 100 } as const;

/** From where everything was done. */
export const address = '192.0.2.17';

const minute = 60_000;
const day = 86_400_000;
const daysOfUse = 30;
const peoplePerLink = 10;

/** How the ids of each kind of row begin, with 24 hexadecimal digits. */
const kinds = { client: 'c', link: 'a', secret: '5', grant: '6', person: '7' } as const;
const headOf = (kind: keyof typeof kinds): string => kinds[kind].padStart(24, 'd');

/** 32 hexadecimal digits that are not in the order of their numbers, as random ones are not. */
const id = (kind: keyof typeof kinds, n = 'n'): string => `'${headOf(kind)}' || (10000000 + (${n}) * 7919 % 10000000)`;

/** The same, as it is in the database. */
export const idOf = (kind: keyof typeof kinds, n: number): string =>
  `${headOf(kind)}${(10_000_000 + ((n * 7919) % 10_000_000)).toString()}`;

const text = (value: string): string => `'${value}'`;

/** Where people are sent back to. */
export const redirectUriOf = (n: number): string => `https://tool-${n.toString()}.example.com/oauth/callback`;

/** Shortly after the event with this number, as addresses of the audit trail say it. */
export const placeOf = (events: number, n: number): string =>
  `${(Date.now() - (events - n) * minute).toString()}-${(n + 1).toString()}`;

/** What fills each table. `busy` is a person who is there already, and uses many links. */
export function rowsOf({ links, grants, events }: Size, now: number, busy: string): readonly Rows[] {
  const before = (age: string): string => `${now.toString()} - (${age})`;
  const daysAgo = (span: number, n = 'n'): string => `(${n}) * 7919 % ${span.toString()} * ${day.toString()}`;
  const people = Math.max(Math.ceil(grants / peoplePerLink), popularity.peopleOfOne);
  const use = `CASE n % 10 WHEN 0 THEN NULL WHEN 1 THEN ${before(`${(40 * day).toString()} + ${daysAgo(300)}`)} ELSE ${before(`n * 7919 % ${(20 * day).toString()}`)} END`;
  const granted = {
    scopes: text('READ WRITE'),
    created_at: before(daysAgo(900)),
    updated_at: before(daysAgo(300)),
    last_used_at: before(daysAgo(60)),
  };
  const client = {
    id: id('client'),
    name: `'Tool ' || n`,
    type: `CASE WHEN n % 5 = 4 THEN 'public' ELSE 'confidential' END`,
    scopes: `CASE WHEN n % 3 = 0 THEN 'READ' WHEN n % 50 = 1 THEN 'READ WRITE ADMIN' ELSE 'READ WRITE' END`,
    redirect_uris: `'["https://tool-' || n || '.example.com/oauth/callback"]'`,
    enabled: 'n % 25 <> 7',
    pkce_required: 'n % 5 = 4',
    plain_pkce_allowed: 'false',
    may_introspect_all: 'false',
    remember_consent: 'false',
    created_by: text(busy),
    created_at: before(daysAgo(900)),
    updated_at: before(daysAgo(300)),
    last_used_at: use,
  };
  const link = {
    id: id('link'),
    client_id: id('client'),
    name_key: `'tool ' || n`,
    description: `'What the people of department ' || n % 500 || ' plan their weeks with.'`,
    version: '1 + n % 9',
    created_at: before(daysAgo(900)),
    updated_by: text(busy),
    updated_at: before(daysAgo(300)),
  };
  const secret = {
    id: id('secret'),
    client_id: id('client'),
    digest: `'${'d'.repeat(43)}'`,
    sealed: text('sealed'),
    created_at: before(daysAgo(900)),
    expires_at: `CASE WHEN n % 40 = 3 THEN ${before((-3 * day).toString())} WHEN n % 200 = 5 THEN ${before(day.toString())} ELSE NULL END`,
  };
  const usage = (ago: number) => ({
    client_id: id('client'),
    day: text(new Date(now - ago * day).toISOString().slice(0, 10)),
    requests: `n * ${(ago + 31).toString()} % 5000`,
    refusals: 'n % 7',
  });
  const event = {
    type: `CASE WHEN n % 4 = 0 THEN 'authorization.ended' WHEN n % 97 = 0 THEN 'link.updated' ELSE 'authorization.given' END`,
    at: before(`(${events.toString()} - n) * ${minute.toString()}`),
    actor_id: id('person', `n % ${people.toString()}`),
    client_id: id('client', `n * 31 % ${links.toString()}`),
    user_id: id('person', `n % ${people.toString()}`),
    address: text(address),
    address_key: text(addressRangeOf(address)?.least ?? ''),
    details: `'{"scopes":["READ","WRITE"]}'`,
  };
  const person = {
    id: id('person'),
    username: `'resident-' || n`,
    display_name: `'Resident Number ' || n`,
    email: `'resident-' || n || '@example.com'`,
    password_hash: text('none'),
    active: 'true',
    created_at: before(daysAgo(900)),
  };
  const { peopleOfOne, linksOfOne } = popularity;
  return [
    { table: 'wiki_person', count: people, row: person },
    { table: 'drawbridge_client', count: links, row: client },
    { table: 'drawbridge_link', count: links, row: link },
    { table: 'drawbridge_client_secret', count: links, row: secret },
    ...[
      {
        from: 0,
        count: grants,
        client_id: id('client', `1 + (n * 31 % ${(links - 1).toString()})`),
        user_id: id('person', `n / ${peoplePerLink.toString()}`),
      },
      { from: grants, count: peopleOfOne, client_id: id('client', '0'), user_id: id('person') },
      { from: grants + peopleOfOne, count: linksOfOne, client_id: id('client'), user_id: text(busy) },
    ].map(({ from, count, ...whose }) => ({
      table: 'drawbridge_grant',
      count,
      row: { id: id('grant', `n + ${from.toString()}`), ...whose, ...granted },
    })),
    ...Array.from({ length: daysOfUse }, (_, ago) => ({ table: 'drawbridge_usage', count: links, row: usage(ago) })),
    { table: 'drawbridge_event', count: events, row: event },
  ];
}
