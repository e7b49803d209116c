import { describe, expect, it } from 'vitest';
import { type BaseUrl } from 'nestjs-drawbridge/host';
import { type PeopleService } from '../people/people.service.js';
import { type SessionsService } from '../sessions/sessions.service.js';
import { WikiCurrentUser } from './wiki-current-user.js';

describe('where to sign in', () => {
  it.each([
    ['/authorize?state=a b', '%2Fauthorize%3Fstate%3Da%20b'],
    ['/authorize?state=\ud800', '%2Fauthorize%3Fstate%3D%EF%BF%BD'],
  ])('is said whatever shall follow: %j', (returnTo, written) => {
    const baseUrl = { pathOf: (path: string) => `/wiki${path}` } as BaseUrl;
    const currentUser = new WikiCurrentUser({} as SessionsService, {} as PeopleService, baseUrl);
    expect(currentUser.signInUrl(returnTo)).toBe(`/wiki/login?returnTo=${written}`);
  });
});
