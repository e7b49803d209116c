import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OAuthError } from '../../libs/oauth-provider/src/errors/oauth.error.js';
import { readCredentials } from '../../libs/oauth-provider/src/token/client-credentials.js';
import { FormParameters } from '../../libs/oauth-provider/src/token/form-parameters.js';
import { cases } from './cases.js';
import { basicHeaders, formBodies } from './token-request.arbitrary.js';

const encode = (text: string) => encodeURIComponent(text).replaceAll('%20', '+');
const texts = fc.string({ unit: 'grapheme', minLength: 1 });

/** Runs it; anything but an answer and a refusal in the words of the protocol fails (RFC 6749 §5.2). */
function attempt<Result>(run: () => Result): Result | undefined {
  try {
    return run();
  } catch (error) {
    expect(error).toBeInstanceOf(OAuthError);
    const { status, description } = error as OAuthError;
    expect([400, 401]).toContain(status);
    expect(description).toMatch(/^[\x20-\x21\x23-\x5b\x5d-\x7e]+$/);
    return undefined;
  }
}

describe('P20 requests to the token endpoint of any kind', () => {
  it('a Basic header written by the RFC is read back to the letter', () => {
    const property = fc.property(texts, texts, (id, secret) => {
      const header = `Basic ${Buffer.from(`${encode(id)}:${encode(secret)}`).toString('base64')}`;
      expect(readCredentials(header, FormParameters.fromBody({}))).toEqual({ clientId: id, secret });
    });
    fc.assert(property, cases('pure'));
  });

  it('any header and form is read or refused in the words of the protocol', () => {
    const property = fc.property(fc.option(basicHeaders), formBodies, (header, body) => {
      attempt(() => readCredentials(header ?? undefined, FormParameters.fromBody(body)));
    });
    fc.assert(property, cases('pure'));
  });

  it('any query is read, and no parameter out of it that came twice', () => {
    const query = fc.oneof(fc.string({ unit: 'binary' }), fc.array(fc.constantFrom('a=1', 'a=', 'b', '&', '%', '=')));
    const property = fc.property(query, (given) => {
      const text = typeof given === 'string' ? given : given.join('');
      const parameters = attempt(() => FormParameters.fromQuery(text));
      for (const [name] of new URLSearchParams(text)) {
        if (parameters) expect(new URLSearchParams(text).getAll(name)).toHaveLength(1);
      }
    });
    fc.assert(property, cases('pure'));
  });
});
