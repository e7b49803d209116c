import { expect, it } from 'vitest';
import { durationWords } from './duration-words.js';

it.each([
  [2_592_000, '30 days'],
  [172_800, '2 days'],
  [172_799, '47 hours'],
  [86_400, '24 hours'],
  [5400, '90 minutes'],
  [60, '1 minute'],
])('%d seconds are %s', (seconds, words) => {
  expect(durationWords(seconds)).toBe(words);
});
