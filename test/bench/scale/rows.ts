/** A row as SQL: an expression of the number `n`, from 0 on, for each column that is not NULL. */
export type Row = Readonly<Record<string, string>>;

/** How large a grown storage is. */
export interface Size {
  readonly families: number;
  readonly grants: number;
  readonly links: number;
  /** Rows that cleaning takes away, of several tables together. */
  readonly expired: number;
}

/** Many rows of one kind. */
export interface Rows {
  readonly count: number;
  readonly row: Row;
}

const second = 1000;
const hour = 3600 * second;
const day = 24 * hour;

const text = (value: string): string => `'${value}'`;
const base64url = (bytes: string, length: number): string =>
  `translate(left(encode(${bytes}, 'base64'), ${length.toString()}), '+/', '-_')`;
/** 32 hexadecimal digits, as clients, grants, links and secrets are called. */
const hex = (kind: string, n = 'n'): string => `md5('${kind} ' || ${n})`;
/** 22 characters, as families are called. */
const familyId = (kind: string): string => base64url(`decode(${hex(kind)}, 'hex')`, 22);
const digest = (kind: string): string => base64url(`sha256(('${kind} ' || n)::bytea)`, 43);

/** What a person of the host is called. */
const person = (n: string): string => `'resident-' || ${n}`;
/** The last refresh of a family can be as old as this and its refresh token still be good. */
const longestRest = 80 * day;
const refreshLife = 90 * day;
const grantsOfOne = 10;
const daysOfUse = 10;

/** What fills each table, in the order in which they are filled. Nothing but the expired rows is dead. */
export function rowsOf(size: Size, now: number): Readonly<Record<string, readonly Rows[]>> {
  const { families, grants, links, expired } = size;
  const before = (age: string | number): string => `${now.toString()} - ${age.toString()}`;
  const within = (span: number): string => `(n * 7919 % ${(span / second).toString()}) * ${second.toString()}`;
  const share = (part: number): number => Math.ceil(expired * part);
  const clientOfGrant = (n: string): string => hex('client', `(${n}) % ${links.toString()}`);

  const client = {
    id: hex('client'),
    name: `'Tool ' || n`,
    type: text('confidential'),
    scopes: text('READ WRITE'),
    redirect_uris: `'["https://application-' || n || '.example.com/oauth/callback"]'`,
    enabled: 'true',
    pkce_required: 'false',
    plain_pkce_allowed: 'false',
    may_introspect_all: 'false',
    remember_consent: 'true',
    created_by: person('n'),
    created_at: before(within(300 * day)),
    updated_at: before(within(300 * day)),
    last_used_at: before(within(day)),
  };
  const link = {
    id: hex('link'),
    client_id: hex('client'),
    name_key: `'tool ' || n`,
    description: `'What the people of department ' || n % 500 || ' plan their weeks with.'`,
    version: '1 + n % 9',
    created_at: before(within(300 * day)),
    updated_by: person('n'),
    updated_at: before(within(300 * day)),
  };
  const secret = {
    id: hex('secret'),
    client_id: hex('client'),
    digest: digest('secret'),
    sealed: `'bench.' || repeat(${hex('sealed')}, 4)`,
    created_at: before(within(300 * day)),
    last_used_at: before(within(day)),
  };
  const grant = {
    id: hex('grant'),
    client_id: clientOfGrant('n'),
    user_id: person(`n / ${grantsOfOne.toString()}`),
    scopes: text('READ WRITE'),
    created_at: before(within(300 * day)),
    updated_at: before(within(300 * day)),
    last_used_at: before(within(day)),
  };
  const ofGrant = `(n % ${grants.toString()})`;
  const issuedAt = before(within(longestRest));
  const code = {
    id: familyId('code'),
    client_id: clientOfGrant(ofGrant),
    grant_id: hex('grant', ofGrant),
    user_id: person(`${ofGrant} / ${grantsOfOne.toString()}`),
    scopes: text('READ WRITE'),
    access_scopes: text('READ WRITE'),
    redirect_uri: `'https://application-' || ${ofGrant} % ${links.toString()} || '.example.com/oauth/callback'`,
    code_challenge: digest('challenge'),
    code_expires_at: before(3 * day),
    generation: '0',
    redeemable_digest: digest('redeemable'),
    created_at: before(3 * day),
  };
  const family = {
    ...code,
    id: familyId('family'),
    code_expires_at: before(`100 * ${day.toString()}::bigint`),
    created_at: before(`100 * ${day.toString()}::bigint`),
    generation: '2 + n % 40',
    access_digest: digest('access'),
    issued_at: issuedAt,
    access_expires_at: `${issuedAt} + ${hour.toString()}`,
    refresh_expires_at: `${issuedAt} + ${refreshLife.toString()}`,
    previous_access_until: `${issuedAt} + ${(10 * second).toString()}`,
    replay_seed: digest('seed'),
    replay_until: `${issuedAt} + ${(10 * second).toString()}`,
  };
  const consent = {
    grant_id: hex('grant'),
    question: digest('question'),
    client_updated_at: before(300 * day),
    scopes: text('READ WRITE'),
    answered_at: before(within(day)),
    expires_at: `${now.toString()} + ${day.toString()}`,
    uses: '1',
    counted_since: before(within(day)),
  };
  const ticket = { digest: digest('ticket'), expires_at: before(hour) };
  const usage = {
    client_id: hex('client', `n % ${links.toString()}`),
    day: `to_char(to_timestamp(${(now / second).toFixed(0)}) - (1 + n / ${links.toString()}) * interval '1 day', 'YYYY-MM-DD')`,
    requests: 'n % 5000',
    refusals: 'n % 7',
  };
  const event = {
    type: text('authorization.given'),
    at: before(`(${grants.toString()} - n)`),
    actor_id: grant.user_id,
    client_id: grant.client_id,
    user_id: grant.user_id,
    address: text('192.0.2.17'),
    details: `'{"scopes":["READ","WRITE"]}'`,
  };

  return {
    bench_person: [
      {
        count: Math.ceil(grants / grantsOfOne),
        row: { id: person('n'), active: '1', level: text('WRITE') },
      },
    ],
    drawbridge_client: [{ count: links, row: client }],
    drawbridge_link: [{ count: links, row: link }],
    drawbridge_client_secret: [
      { count: links, row: secret },
      {
        count: share(0.05),
        row: {
          ...secret,
          id: hex('old secret'),
          client_id: hex('client', `n % ${links.toString()}`),
          expires_at: before(2 * day),
        },
      },
    ],
    drawbridge_grant: [{ count: grants, row: grant }],
    drawbridge_family: [
      { count: families, row: family },
      { count: share(0.2), row: code },
      {
        count: share(0.2),
        row: {
          ...family,
          id: familyId('expired'),
          access_expires_at: before(95 * day),
          refresh_expires_at: before(2 * day),
        },
      },
      {
        count: share(0.15),
        row: { ...family, id: familyId('revoked'), ended_at: before(2 * day), ended_because: text('revoked') },
      },
      {
        count: share(0.15),
        row: { ...family, id: familyId('orphan'), grant_id: hex('withdrawn grant'), access_expires_at: before(hour) },
      },
    ],
    drawbridge_remembered_consent: [
      { count: Math.ceil(grants / 4), row: consent },
      { count: share(0.1), row: { ...consent, question: digest('old question'), expires_at: before(2 * day) } },
    ],
    drawbridge_used_ticket: [
      { count: Math.ceil(grants / 100), row: ticket },
      { count: share(0.15), row: { digest: digest('old ticket'), expires_at: before(2 * day) } },
    ],
    drawbridge_usage: [{ count: links * daysOfUse, row: usage }],
    drawbridge_event: [{ count: grants, row: event }],
  };
}
