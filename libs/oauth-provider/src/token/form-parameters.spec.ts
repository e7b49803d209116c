import { describe, expect, it } from 'vitest';
import { readForm, readFormAndQuery } from './form-parameters.js';

const post = (body: object | null | undefined, query = '', type = 'application/x-www-form-urlencoded') => ({
  method: 'POST',
  url: `/token${query}`,
  headers: { 'content-type': type },
  body,
});

describe('a form that an application posts', () => {
  it('is read from the body alone', () => {
    const parameters = readForm(post({ grant_type: 'refresh_token' }, '?grant_type=other&scope=READ'));
    expect(parameters.get('grant_type')).toBe('refresh_token');
    expect(parameters.require('grant_type')).toBe('refresh_token');
    expect(parameters.get('scope')).toBeUndefined();
  });

  it.each(['client_secret', 'code', 'code_verifier', 'refresh_token', 'token'])(
    'P11 is refused with %s in the address, which ends up in logs',
    (name) => {
      expect(() => readForm(post({}, `?${name}=x`))).toThrow(`Send ${name} in the body`);
      expect(() => readForm(post({}, `?%${name.charCodeAt(0).toString(16)}${name.slice(1)}`))).toThrow(name);
    },
  );

  it('P20 is refused in any other type', () => {
    expect(() => readForm(post({ code: 'x' }, '', 'application/json'))).toThrow('application/x-www-form-urlencoded');
    expect(() => readFormAndQuery(post({}, '?code=x', 'text/plain'))).toThrow('application/x-www-form-urlencoded');
  });

  it.each(['utf-8', 'UTF8', 'us-ascii', 'iso-8859-1', '"utf-8"'])('is read in the charset %s', (charset) => {
    for (const gap of ['', ' ', '  ']) {
      const type = `application/x-www-form-urlencoded;${gap}charset=${charset}; x=utf-16`;
      expect(readForm(post({ code: 'x' }, '', type)).get('code')).toBe('x');
    }
  });

  it.each(['utf-16', '"utf-16le"', 'xutf-8', 'utf-8x', 'windows-1252'])(
    'P20 is refused in the charset %s',
    (charset) => {
      for (const gap of ['', ' ', '  ']) {
        const type = `application/x-www-form-urlencoded;${gap}charset=${charset}`;
        expect(() => readForm(post({ code: 'x' }, '', type))).toThrow('UTF-8');
      }
    },
  );

  it('P20 is refused where its names are those of a body that nobody decompressed', () => {
    const sent = (name: string, coding?: string) => {
      const { headers, ...rest } = post({ [name]: '' });
      return () => readForm({ ...rest, headers: { ...headers, ...(coding && { 'content-encoding': coding }) } });
    };
    expect(sent('\x1f\ufffdcode', 'gzip')).toThrow('Content-Encoding');
    expect(sent('code', 'gzip')().get('code')).toBeUndefined();
    expect(sent('\x1f\ufffdcode')().get('code')).toBeUndefined();
  });

  it('P20 holds nothing when there is no body', () => {
    for (const body of [undefined, null]) {
      expect(() => readForm(post(body)).require('code')).toThrow('The parameter code is missing.');
    }
  });

  it('is read from address and body together where the host says so, each parameter in one of them', () => {
    const parameters = readFormAndQuery(post({ code: 'a' }, '?client_secret=b'));
    expect([parameters.get('code'), parameters.get('client_secret')]).toEqual(['a', 'b']);
    expect(() => readFormAndQuery(post({ code: 'a' }, '?code=a'))).toThrow('code was sent more than once');
  });

  it('P20 repeats the name of a parameter in printable ASCII without quotes, at most 64 characters of it', () => {
    const named = (name: string) => () => readForm(post({ [name]: ['a', 'b'] }));
    expect(named(' !#[]~')).toThrow('The parameter  !#[]~ must');
    expect(named('"\\\x1f\x7fä')).toThrow('The parameter ????? must');
    expect(named('x'.repeat(65))).toThrow(`The parameter ${'x'.repeat(64)} must`);
  });
});
