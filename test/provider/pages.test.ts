import { Pages } from '../../libs/oauth-provider/src/browser/pages.service.js';
import { AuthorizationRequests } from '../../libs/oauth-provider/src/authorize/authorization-requests.service.js';
import { ConsentPages } from '../../libs/oauth-provider/src/consent/consent-pages.service.js';
import { h } from 'preact';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formRequest, redirectUri, SmallHost } from './small-host.js';

let host: SmallHost;
beforeAll(async () => {
  host = await SmallHost.start();
});
afterAll(() => host.close());

/** A response of a host that adds no header of its own. */
function response() {
  const sent = { status: 0, headers: {} as Record<string, string> };
  const header = (name: string, value: string) => (sent.headers[name] = value);
  return { sent, header, status: (code: number) => (sent.status = code) };
}

const policy = (formTargets: string) =>
  `default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action ${formTargets}; base-uri 'none'; frame-ancestors 'none'`;
const protection = (formTargets = "'self'") => ({
  'Content-Security-Policy': policy(formTargets),
  'X-Frame-Options': 'DENY',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
});

describe('P19 what protects a page comes from us, whatever its host adds', () => {
  it('on a page that is shown', async () => {
    const { sent, ...to } = response();
    const page = { title: 'Let in?', body: h('p', null, '<b>'), place: 'consent' } as const;
    const html = await host
      .get(Pages)
      .render(formRequest({}), to, { ...page, formTargets: ['https://app.example.com'] });
    expect(html).toContain('<p>&lt;b></p>');
    expect(sent).toEqual({
      status: 200,
      headers: { ...protection("'self' https://app.example.com"), 'Content-Type': 'text/html; charset=utf-8' },
    });
  });

  it('on a page with a status of its own', async () => {
    const { sent, ...to } = response();
    const page = { title: 'No', body: h('p', null), place: 'error', status: 403 } as const;
    await host.get(Pages).render(formRequest({}), to, page);
    expect(sent).toEqual({
      status: 403,
      headers: { ...protection(), 'Content-Type': 'text/html; charset=utf-8' },
    });
  });

  it('on the way elsewhere', () => {
    const { sent, ...to } = response();
    expect(host.get(Pages).redirect(to, 'https://app.example.com/cb?code=x')).toBe('');
    expect(sent).toEqual({ status: 303, headers: { ...protection(), Location: 'https://app.example.com/cb?code=x' } });
  });
});

it.each([{ active: false }, { level: null }, null])(
  'P17 the question is not put to somebody who may nothing: %o',
  async (as) => {
    const { client } = await host.register();
    const asking = { client_id: client.id, redirect_uri: redirectUri, response_type: 'code', scope: 'READ' };
    const asked = await host.get(AuthorizationRequests).check(new URLSearchParams(asking).toString());
    const show = () => {
      const { sent, ...to } = response();
      const person = { userId: 'ann', sessionId: 'session' };
      return host
        .get(ConsentPages)
        .show(formRequest({}), to, { asked, person })
        .then(() => sent.status);
    };
    expect(await show()).toBe(200);
    host.person('ann', as);
    await expect(show()).rejects.toThrow('it cannot let an application in');
    host.person('ann', { level: 'READ' });
    expect(await show()).toBe(200);
  },
);
