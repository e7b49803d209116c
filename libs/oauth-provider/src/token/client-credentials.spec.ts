import { describe, expect, it } from 'vitest';
import { clientAuthenticationMethods, readCredentials } from './client-credentials.js';
import { FormParameters } from './form-parameters.js';

const basic = (text: string): string => `Basic ${Buffer.from(text).toString('base64')}`;
const body = (fields: Record<string, string>) => FormParameters.fromBody(fields);

describe('client credentials', () => {
  it('come from the header, form-urlencoded as RFC 6749 says', () => {
    expect(readCredentials(basic('an%20id:a%3Ab+c'), body({}))).toEqual({ clientId: 'an id', secret: 'a:b c' });
    expect(readCredentials(basic('id:100%').replace('Basic', 'bAsIc'), body({}))).toEqual({
      clientId: 'id',
      secret: '100%',
    });
  });

  it('come from the body', () => {
    expect(readCredentials(undefined, body({ client_id: 'id', client_secret: 's' }))).toEqual({
      clientId: 'id',
      secret: 's',
    });
    expect(readCredentials(undefined, body({ client_id: 'id', client_secret: '' })).secret).toBeUndefined();
  });

  it('come from the body beside a header of any other scheme', () => {
    for (const header of ['Bearer x', `Bearer ${basic('other:s')}`, 'Basic', '']) {
      expect(readCredentials(header, body({ client_id: 'id' }))).toEqual({ clientId: 'id', secret: undefined });
    }
    expect(readCredentials(basic('id:s').replace(' ', '   '), body({}))).toEqual({ clientId: 'id', secret: 's' });
  });

  it('never come from both', () => {
    expect(() => readCredentials(basic('id:s'), body({ client_secret: 's' }))).toThrow('not by both');
    expect(() => readCredentials(basic('id:s'), body({ client_id: 'other' }))).toThrow('differs');
    expect(readCredentials(basic('id:s'), body({ client_id: 'id' })).clientId).toBe('id');
  });

  it('have the names of RFC 7591', () => {
    expect(clientAuthenticationMethods).toEqual(['client_secret_basic', 'client_secret_post', 'none']);
  });

  it('are asked for by name when they are missing', () => {
    expect(() => readCredentials(undefined, body({}))).toThrow(/^invalid_client: .* send client_id/);
    expect(() => readCredentials(basic('nocolon'), body({}))).toThrow(/^invalid_client: .* base64/);
    expect(readCredentials(basic(':s'), body({}))).toEqual({ clientId: '', secret: 's' });
  });
});

describe('form parameters', () => {
  it('P20 name what was repeated or is no text', () => {
    expect(() => FormParameters.fromBody({ code: ['a', 'b'] })).toThrow('code must be sent once');
    expect(() => FormParameters.fromBody({ code: { a: 1 } })).toThrow('code must be sent once');
    expect(() => FormParameters.fromQuery('state=1&state=2')).toThrow('state was sent more than once');
    expect(() => FormParameters.fromQuery('%00"=1&%00"=2')).toThrow('The parameter ??');
  });

  it('count as absent when they are empty', () => {
    expect(FormParameters.fromQuery('scope=').get('scope')).toBeUndefined();
    expect(() => FormParameters.fromQuery('scope=').require('scope')).toThrow('scope is missing');
    expect(FormParameters.fromBody('text').get('toString')).toBeUndefined();
  });
});
