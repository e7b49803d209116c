import { expect, it } from 'vitest';
import { say } from '../words/provider-words.js';
import { technicalDetails } from './sent-parameters.js';

const details = (query: string) =>
  technicalDetails({
    text: say('authorize.noAddress'),
    advice: say('authorize.advice'),
    code: 'invalid_request',
    description: 'The cause.',
    parameter: 'redirect_uri',
    query,
  }).split('\n');

const clientId = 'a'.repeat(32);

it('names the cause and what was sent, one a line', () => {
  expect(details(`client_id=${clientId}&redirect_uri=https%3A%2F%2Fapp.example.com%2Fcb&state=s`)).toEqual([
    'invalid_request: The cause.',
    'parameter: redirect_uri',
    `client_id: ${clientId}`,
    'redirect_uri: https://app.example.com/cb',
  ]);
  expect(details('redirect_uri=a&redirect_uri=').slice(2)).toEqual([
    'client_id: absent',
    'redirect_uri: a',
    'redirect_uri: empty',
  ]);
});

it('P11 shows nothing but a client id as one, since it may be a secret in the wrong field', () => {
  const secret = 'c0ffee'.repeat(10);
  expect(details(`client_id=${secret}&client_secret=${secret}&code_verifier=${secret}`).join('\n')).not.toContain(
    'c0ffee',
  );
});

it('P18 keeps what would break the line, hide or look alike visible', () => {
  const [, , , line] = details(
    `client_id=${clientId}&redirect_uri=${encodeURIComponent('https://\u0430.example/\nx\u202e')}%FF`,
  );
  expect(line).toBe('redirect_uri: https://%D0%B0.example/%0Ax%E2%80%AE%EF%BF%BD');
});
