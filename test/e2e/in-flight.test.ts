import { Forms } from 'nestjs-drawbridge/oauth-provider';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { Families } from '../../libs/oauth-provider/src/families/families.service.js';
import { Administration } from '../support/administration.js';
import { submitConsent } from '../support/consent.js';
import { databases } from '../support/databases.js';
import { HttpSession } from '../support/http-session.js';
import { LinkedApplication } from '../support/linked-application.js';
import { type RunningWiki, startWiki } from '../support/start-wiki.js';

describe.each(databases)('what is in flight when access ends on %s', (database) => {
  let wiki: RunningWiki;
  let admin: HttpSession;
  let person: HttpSession;
  let administration: Administration;
  let application: LinkedApplication;

  beforeAll(async () => {
    wiki = await startWiki({ database });
    admin = await new HttpSession(wiki.url).signIn('admin');
    person = await new HttpSession(wiki.url).signIn('writer');
    administration = await Administration.of(admin);
  });

  afterEach(() => vi.restoreAllMocks());
  afterAll(() => wiki.close());

  const withdraw = async () => {
    const list = await person.request('/rest/oauth2/latest/authorizations');
    const { results } = list.json<{ results: { id: string; clientId: string }[] }>();
    const grant = results.find(({ clientId }) => clientId === application.link.clientId);
    const own = await Administration.of(person);
    expect((await own.send('DELETE', `/rest/oauth2/latest/authorizations/${grant?.id ?? ''}`)).status).toBe(204);
  };
  const disable = () => administration.updateLink(application.link.id, { enabled: false });
  const remove = () => administration.deleteLink(application.link.id);

  /** Lets something happen between a request's checks and its one write. */
  const beforeTheStep = (happen: () => Promise<void>) => {
    const families = wiki.get(Families);
    const advance = families.advance.bind(families);
    vi.spyOn(families, 'advance').mockImplementationOnce(async (...step) => {
      await happen();
      return advance(...step);
    });
  };

  describe.each([
    ['an authorization is withdrawn', withdraw],
    ['a link is disabled', disable],
    ['a link is deleted', remove],
  ])('when %s', (_, end) => {
    it('P13 a refresh loses', async () => {
      application = await LinkedApplication.create(wiki.url, admin);
      const { body } = await application.exchange(await application.codeFrom(person));
      beforeTheStep(end);
      const late = await application.refresh(String(body.refresh_token));
      expect([late.status, late.body.access_token]).toEqual([400, undefined]);
    });

    it('P13 an exchange loses', async () => {
      application = await LinkedApplication.create(wiki.url, admin);
      const code = await application.codeFrom(person);
      beforeTheStep(end);
      const late = await application.exchange(code);
      expect([late.status, late.body.access_token]).toEqual([400, undefined]);
    });
  });

  it('P13 a refresh loses when the application revokes its sign-in', async () => {
    application = await LinkedApplication.create(wiki.url, admin);
    const { body } = await application.exchange(await application.codeFrom(person));
    const { clientId, clientSecret } = application.link;
    const revocation = { token: String(body.refresh_token), client_id: clientId, client_secret: clientSecret };
    beforeTheStep(async () => {
      const sent = { method: 'POST', body: new URLSearchParams(revocation) };
      expect((await fetch(`${wiki.url}/rest/oauth2/latest/revoke`, sent)).status).toBe(200);
    });
    const late = await application.refresh(String(body.refresh_token));
    expect([late.status, late.body.access_token]).toEqual([400, undefined]);
  });

  /** Lets something happen between the checks of an answer and what it gives. */
  const beforeTheYes = (happen: () => Promise<unknown>) => {
    const forms = wiki.get(Forms);
    const refusal = forms.refusal.bind(forms);
    vi.spyOn(forms, 'refusal').mockImplementationOnce(async (...answer) => {
      await happen();
      return refusal(...answer);
    });
  };

  it('P13 a yes to a link that was disabled meanwhile gives no code', async () => {
    application = await LinkedApplication.create(wiki.url, admin);
    const page = await person.get(application.authorizationUrl().href);
    beforeTheYes(disable);
    const { location } = await submitConsent(person, page);
    expect(location?.searchParams.get('error')).toBe('unauthorized_client');
  });

  it('P13 a yes of a person who was disabled meanwhile gives no code', async () => {
    application = await LinkedApplication.create(wiki.url, admin);
    const reader = await new HttpSession(wiki.url).signIn('reader');
    const page = await reader.get(application.authorizationUrl().href);
    beforeTheYes(async () => {
      expect((await administration.send('PUT', '/rest/api/admin/user/reader/disable')).status).toBeLessThan(300);
    });
    const answer = await submitConsent(reader, page);
    expect([answer.status, answer.location]).toEqual([403, undefined]);
  });

  it('P7 50 parallel exchanges that were all checked before the first one wrote: one success, and it is ended', async () => {
    application = await LinkedApplication.create(wiki.url, admin);
    const code = await application.codeFrom(person);
    let waiting = 0;
    let open = () => {};
    const all = new Promise<void>((resolve) => (open = resolve));
    const families = wiki.get(Families);
    const advance = families.advance.bind(families);
    vi.spyOn(families, 'advance').mockImplementation(async (...step) => {
      if (++waiting === 50) open();
      await all;
      return advance(...step);
    });
    const answers = await Promise.all(Array.from({ length: 50 }, () => application.exchange(code)));
    const successes = answers.filter(({ status }) => status === 200);
    expect(successes).toHaveLength(1);
    expect((await application.refresh(String(successes[0]?.body.refresh_token))).status).toBe(400);
  });
});
