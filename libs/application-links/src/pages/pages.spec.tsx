import { BaseUrl } from 'nestjs-drawbridge/host';
import {
  Client,
  ClientSecret,
  EventRecord,
  Grant,
  Lifetimes,
  OAuthProviderOptions,
  refusalReasons,
} from 'nestjs-drawbridge/oauth-provider';
import { type Opening } from 'nestjs-drawbridge/scopes';
import { h, type JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { ApplicationLink } from '../links/application-link.entity.js';
import { reachQueryIn } from '../reach/reach-query.js';
import { type RouteKind } from '../reach/route-kind.js';
import { AuditPage } from './audit.page.js';
import { TrialPage } from '../trial/trial.page.js';
import { TrialStepsPage } from '../trial/trial-steps.page.js';
import { ConfirmPage } from './confirm.page.js';
import { CredentialsPage } from './credentials.page.js';
import { LinkAddresses } from './link-addresses.service.js';
import { LinkFormPage } from './link-form.page.js';
import { linkQueryIn } from '../links/link-query.js';
import { LinkListPage } from './link-list.page.js';
import { deleteQuestion } from './link-state.questions.js';
import { LinkPage } from './link.page.js';
import { NewSecretPage } from './new-secret.page.js';
import { ReachPage } from './reach.page.js';
import { RotationPage } from './rotation.page.js';
import { rotationOf } from './rotation.js';
import { storedIn } from './typed-link.js';

const hostile = `</textarea><script>alert("x")</script>'"&`;
const harmless = '&lt;/textarea>&lt;script>';

class SpecBaseUrl extends BaseUrl {
  get() {
    return 'https://wiki.example/confluence';
  }
}

const id = 'a'.repeat(32);
const lifetimes = new Lifetimes(new OAuthProviderOptions());
const addresses = new LinkAddresses(new SpecBaseUrl());
const client = Object.assign(new Client(), {
  id: 'c'.repeat(32),
  name: hostile,
  type: 'confidential',
  scopes: ['READ'],
  redirectUris: [`https://app.example/?${hostile}`],
  enabled: true,
  pkceRequired: false,
  plainPkceAllowed: false,
  mayIntrospectAll: false,
  accessTokenSeconds: 1800,
  refreshTokenSeconds: null,
  familySeconds: null,
  rememberConsent: false,
  createdBy: 'ada',
  createdAt: 0,
  updatedAt: 0,
  lastUsedAt: null,
});
const link = Object.assign(new ApplicationLink(), {
  id,
  clientId: client.id,
  client,
  description: hostile,
  version: 2,
  createdAt: 0,
  updatedBy: 'gone',
  updatedAt: 0,
});
const pager = { start: 0, shown: 1, total: 1, limit: 20, at: () => '' };
const names = new Map([['ada', hostile]]);
const grant = Object.assign(new Grant(), {
  id,
  clientId: client.id,
  userId: 'ada',
  scopes: ['READ'],
  createdAt: 0,
  lastUsedAt: null,
});
const event = Object.assign(new EventRecord(), {
  id: 1,
  type: hostile,
  at: 0,
  actorId: 'ada',
  actorClientId: null,
  clientId: client.id,
  userId: 'gone',
  address: hostile,
  details: { before: { name: hostile }, after: { name: hostile } },
});

const trail = {
  events: [event],
  links: new Map([[client.id, { clientId: client.id, linkId: null, name: hostile }]]),
  names,
};
const audit = h(AuditPage, {
  asked: { link: hostile, person: hostile },
  wrong: {},
  named: trail,
  chips: [{ parameter: 'link', value: () => hostile, without: addresses.audit({ person: hostile }) }],
  quick: [{ days: 7, href: addresses.audit({ link: hostile, from: '2026-11-24' }), isShown: true }],
  newest: null,
  newer: null,
  older: addresses.audit({ link: hostile, olderThan: '1-1' }),
  only: (filter) => addresses.audit({ link: hostile, ...filter }),
  addresses,
});

const reliance = { people: 1, signIns: 2, requestsOfLastDay: 3 };
const secret = Object.assign(new ClientSecret(), { id, createdAt: 0, lastUsedAt: 0, expiresAt: null });
const uses = [{ secretId: id, address: hostile, agent: hostile, lastUsedAt: 0 }];
const rotation = rotationOf(
  [
    { secret, uses },
    { secret, uses: [] },
  ],
  { quietSeconds: 3600, linkedAt: 0 },
  0,
);

const form = {
  title: () => `Edit ${hostile}`,
  link: { id, name: hostile },
  addresses,
  typed: storedIn(link, lifetimes),
  problems: new Map([['name', () => hostile]]),
  notice: { text: () => hostile, tone: 'warning' as const },
  action: '/',
  check: '/check',
  ticket: 'ticket',
  version: 2,
  lifetimes,
};

const hostileRoute = { method: 'GET', path: `/${hostile}`, handler: hostile, scope: null, source: `rule ${hostile}` };
const reach = h(ReachPage, {
  reach: {
    link,
    person: { userId: hostile, displayName: hostile, active: true, level: null },
    prospect: { access: null, obstacle: 'not-authorized', granted: null },
    limit: hostile,
    all: {
      total: 1,
      callable: 0,
      counts: new Map<Opening, number>([['UNDECIDED', 1]]),
      kinds: new Map<RouteKind, number>([['REST', 1]]),
    },
    found: 1,
    routes: [
      { route: hostileRoute, kind: 'REST', opening: 'UNDECIDED', answer: { callable: false, reason: 'undecided' } },
    ],
  },
  query: reachQueryIn({ query: hostile, userId: hostile }, { start: 0, limit: 1 }),
  applications: [[client.id, hostile]],
  people: [[hostile, hostile]],
  pager,
  addresses,
  narrowed: (by) => addresses.reach({ userId: hostile, ...by }),
  exported: addresses.reachExport({ userId: hostile }),
});

const usage = [{ day: '2026-11-23', requests: 3, refusals: 1 }];
const list = {
  wanted: { ...linkQueryIn({ query: hostile }), status: 'idle' },
  bounds: { now: 0, idleDays: 30 },
  pager,
  notice: null,
  addresses,
} as const;

const pages: Readonly<Record<string, JSX.Element>> = {
  list: h(LinkListPage, { ...list, rows: [{ link, statuses: [{ kind: 'active' }], people: 1, usage }] }),
  'empty list': h(LinkListPage, { ...list, rows: [], pager: { ...pager, shown: 0, total: 0 } }),
  form: h(LinkFormPage, form),
  reach,
  audit,
  credentials: h(CredentialsPage, { credentials: { link, clientSecret: 's', secrets: [] }, isNew: true, addresses }),
  trial: h(TrialPage, { link, ticket: 't', notice: null, addresses }),
  'steps of a trial': h(TrialStepsPage, {
    link,
    steps: [{ name: 'code', request: [hostile], response: [`error: ${hostile}`], isGood: false }],
    addresses,
  }),
  question: h(ConfirmPage, {
    ...deleteQuestion({ link, reliance, addresses }),
    addresses,
    ticket: 't',
    notice: null,
    typed: hostile,
  }),
  rotation: h(RotationPage, { linkId: id, name: hostile, rotation, notice: null, addresses }),
  'new secret': h(NewSecretPage, {
    link: { id, name: hostile },
    overlap: 0,
    isFirst: false,
    now: 0,
    addresses,
    ticket: 't',
    notice: null,
  }),
  link: h(LinkPage, {
    link,
    statuses: [{ kind: 'active' as const }],
    now: 0,
    reliance,
    rotation,
    grants: [grant],
    signIns: new Map([[id, 2]]),
    pager,
    usage: {
      days: [{ day: '2026-11-23', requests: 3, refusals: 1 }],
      routes: [{ route: `GET /${hostile}`, requests: 3, refusals: 1 }],
      reasons: refusalReasons.map((reason) => ({ reason, refusals: 1 })),
      lastDay: 3,
    },
    events: { ...trail, hasOlder: false, hasNewer: false },
    names,
    notice: null,
    addresses,
    lifetimes,
    limit: null,
  }),
};

describe('the pages of links', () => {
  it.each(Object.entries(pages))('P18 show what strangers wrote as text: %s', (_name, page) => {
    const html = renderToString(page);
    expect(html).toContain(harmless);
    expect(html).not.toContain('<script');
    expect(html.match(/<\/textarea>/g)?.length ?? 0).toBe(html.match(/<textarea/g)?.length ?? 0);
  });

  it.each(Object.entries(pages))('P19 hold no script and no style of their own: %s', (_name, page) => {
    expect(renderToString(page)).not.toMatch(/\sstyle=|\son\w+=(?!alert)|<style/);
  });

  it('P11 name the secret on the credentials page alone, and never in an address', () => {
    const secret = 'f'.repeat(64);
    const credentials = { link, clientSecret: secret, secrets: [] };
    const html = renderToString(h(CredentialsPage, { credentials, isNew: false, addresses }));
    expect(html).toContain(`value="${secret}"`);
    expect(html.replace(/<textarea[\s\S]*?<\/textarea>/g, '').split(secret)).toHaveLength(2);
    expect(html).not.toMatch(new RegExp(`(href|action|src)="[^"]*${secret}`));
  });

  it('lead back the same way: to the list, then to the link', () => {
    const steps = (page: JSX.Element) =>
      [...(/<nav class="db-back".*?<\/nav>/.exec(renderToString(page))?.[0] ?? '').matchAll(/href="([^"]*)"/g)].map(
        ([, href]) => href,
      );
    const belowLink = [
      'form',
      'credentials',
      'trial',
      'steps of a trial',
      'question',
      'rotation',
      'new secret',
    ] as const;
    for (const name of belowLink)
      expect([name, steps(pages[name] as JSX.Element)]).toEqual([name, [addresses.list(), addresses.link(id)]]);
    expect(steps(pages.link as JSX.Element)).toEqual([addresses.list()]);
    expect(steps(h(LinkFormPage, { ...form, link: null }))).toEqual([addresses.list()]);
  });

  it('keep the context path in every address', () => {
    const html = renderToString(pages.link as JSX.Element);
    const hrefs = [...html.matchAll(/(?:href|action)="([^"]*)"/g)].map(([, href = '']) => href);
    expect(hrefs.length).toBeGreaterThan(5);
    expect(hrefs.filter((href) => !href.startsWith('/confluence/admin/application-links'))).toEqual([]);
  });

  it('P5 warn of routes that nobody decided about, and say what to do', () => {
    const html = renderToString(reach);
    expect(html).toContain('1 route is undecided');
    expect(html).toContain('@ClosedToApplications');
    expect(html).toContain('scope=UNDECIDED"');
  });

  it('say who left as somebody who left', () => {
    expect(renderToString(pages.link as JSX.Element)).toContain('a person who is gone');
  });
});
