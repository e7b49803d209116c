import { describe, expect, it } from 'vitest';
import { showsBearer } from './unknown-call.js';

const token = 'Bearer dbr_at_x';
const answering = (method: string, answer: unknown) => ({ [method]: () => answer });
class Metadata {
  constructor(private readonly name: string) {}
  get(name: string): readonly string[] {
    return name === this.name ? [token] : [];
  }
}

describe('a call of a kind that is not known', () => {
  it.each<[string, unknown]>([
    ['in itself', { authorization: token }],
    ['in other spelling', { AUTHORIZATION: 'bEaReR x' }],
    ['as a scheme alone', { Authorization: 'Bearer' }],
    ['in headers', { headers: { authorization: token } }],
    ['twice', { headers: { authorization: ['Basic x', token] } }],
    ['in bytes, as Kafka has it', answering('getMessage', { headers: { authorization: Buffer.from(token) } })],
    [
      'in properties, as RabbitMQ has it',
      answering('getMessage', { properties: { headers: { authorization: token } } }),
    ],
    ['in headers that are asked for, as NATS has it', answering('getHeaders', new Metadata('Authorization'))],
    ['in metadata, as gRPC has it', answering('getMetadata', new Metadata('authorization'))],
    ['in metadata that is an argument', new Metadata('authorization')],
  ])('shows a token %s', (_where, arg) => {
    expect(showsBearer([arg])).toBe(true);
    expect(showsBearer(['data', null, arg])).toBe(true);
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a text that is none of its headers', token],
    ['a number', 7],
    ['another scheme', { authorization: 'Basic x' }],
    ['a scheme that begins alike', { authorization: 'Bearers x' }],
    ['a scheme further on', { authorization: 'x Bearer y' }],
    ['another header', { headers: { 'x-authorization': token } }],
    ['empty headers', { headers: null, getHeaders: 'none' }],
    ['a message without properties', answering('getMessage', { properties: null, headers: undefined })],
    ['a message that is a text', answering('getMessage', 'text')],
    ['metadata of something else', answering('getMetadata', new Metadata('x'))],
  ])('shows none with %s', (_what, arg) => {
    expect(showsBearer([arg])).toBe(false);
  });
});
