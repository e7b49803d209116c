import { expect, it } from 'vitest';
import { type SignedInUser } from '../people/signed-in-user.js';
import { WikiLocales } from './wiki-locales.js';

const person: SignedInUser = {
  id: '1',
  username: 'writer',
  displayName: 'Will Writer',
  groups: [],
  level: 'WRITE',
  language: null,
  timeZone: null,
};
const of = (user?: SignedInUser) => new WikiLocales().of({ headers: { 'accept-language': 'fr-CH, en;q=0.5' }, user });

it('goes by the browser where nobody is signed in, or nothing was chosen', () => {
  expect(of()).toEqual({ languages: ['fr-CH', 'en'], timeZone: 'UTC' });
  expect(of(person)).toEqual({ languages: ['fr-CH', 'en'], timeZone: 'UTC' });
});

it('goes by what the person chose, one or both', () => {
  expect(of({ ...person, language: 'ja' })).toEqual({ languages: ['ja', 'fr-CH', 'en'], timeZone: 'UTC' });
  expect(of({ ...person, timeZone: 'Asia/Tokyo' })).toEqual({ languages: ['fr-CH', 'en'], timeZone: 'Asia/Tokyo' });
});
