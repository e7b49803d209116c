import { describe, expect, it } from 'vitest';
import { addressOf, fieldOf, hasField, headerOf, type HttpRequest, isForm, rawQueryOf } from './http-exchange.js';

const request = (parts: Partial<HttpRequest>): HttpRequest => ({ method: 'POST', url: '/', headers: {}, ...parts });

describe('what a request says', () => {
  it('is one text where a header came several times', () => {
    expect(headerOf(request({ headers: { accept: ['a', 'b'] } }), 'accept')).toBe('a, b');
    expect(headerOf(request({ headers: { accept: 'a' } }), 'accept')).toBe('a');
    expect(headerOf(request({}), 'accept')).toBeUndefined();
  });

  it('names an address that fits its column, or none', () => {
    expect(addressOf(request({ ip: '192.0.2.7' }))).toBe('192.0.2.7');
    expect(addressOf(request({ ip: 'x'.repeat(65) }))).toHaveLength(64);
    expect(addressOf(request({}))).toBeNull();
  });

  it('has its query behind the first question mark of the whole path', () => {
    expect(rawQueryOf(request({ url: '/a?b=1?c' }))).toBe('b=1?c');
    expect(rawQueryOf(request({ url: '/a', originalUrl: '/mounted/a?b=1' }))).toBe('b=1');
    expect(rawQueryOf(request({ url: '?b=1' }))).toBe('b=1');
    expect(rawQueryOf(request({ url: '/a' }))).toBe('');
  });

  it.each([
    ['application/x-www-form-urlencoded', true],
    ['Application/X-WWW-Form-Urlencoded ; charset=UTF-8', true],
    ['application/json', false],
    ['application/json; application/x-www-form-urlencoded', false],
    ['', false],
  ])('is a form by its content type %j: %s', (type, expected) => {
    expect(isForm(request({ headers: { 'content-type': type } }))).toBe(expected);
  });

  it('is no form without a content type', () => {
    expect(isForm(request({}))).toBe(false);
  });
});

describe('a field of a form', () => {
  it('is there in whatever way it was sent, and is text when it was sent once', () => {
    expect(hasField({ token: ['a', 'b'] }, 'token')).toBe(true);
    expect(fieldOf({ token: ['a', 'b'] }, 'token')).toBeUndefined();
    expect(fieldOf({ token: 'a' }, 'token')).toBe('a');
    expect(fieldOf({ token: '' }, 'token')).toBe('');
  });

  it.each([null, undefined, 'token', 7, {}, Object.create({ token: 'inherited' })])('is not in %j', (body) => {
    expect(hasField(body, 'token')).toBe(false);
    expect(fieldOf(body, 'token')).toBeUndefined();
  });

  it('is not what every object has', () => {
    expect(fieldOf({}, 'constructor')).toBeUndefined();
    expect(hasField('text', 'length')).toBe(false);
  });
});
