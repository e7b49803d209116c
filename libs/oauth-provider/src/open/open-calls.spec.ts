import { EventEmitter } from 'node:events';
import { Access, type Scope } from 'nestjs-drawbridge/scopes';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Accepted } from '../bearer/bearer-tokens.service.js';
import { type HttpRequest } from '../browser/http-exchange.js';
import { type OpenAccess } from './open-access.js';
import { type OpenAccesses } from './open-accesses.service.js';
import { OpenCalls } from './open-calls.service.js';

/** The side of Node's responses and sockets that tells whether they are over. */
class Raw extends EventEmitter {
  destroyed = false;
  writableFinished = false;
  headersSent = false;

  destroy(): void {
    this.destroyed = true;
  }
}

let kept: OpenAccess[];
let calls: OpenCalls;

const withScope = (scope: Scope): Accepted => ({
  access: new Access({ clientId: 'client', userId: 'ann', scope, personLevel: 'ADMIN' }),
  grantId: 'g',
  presented: { familyId: 'f', generation: 1, digest: 'd' },
});
const needed = () => kept.map((access) => access.needed);
const requestOn = (socket: Raw) => ({ headers: {}, raw: { socket } }) as unknown as HttpRequest;

beforeEach(() => {
  kept = [];
  calls = new OpenCalls({
    keep: (access: OpenAccess) => kept.push(access),
    forget: (access: OpenAccess) => kept.splice(kept.indexOf(access), 1),
  } as unknown as OpenAccesses);
});

describe('an answer', () => {
  it('is open from its first byte to its last, and is destroyed', () => {
    const raw = new Raw();
    calls.keepResponse({ raw }, withScope('WRITE'), 'WRITE');
    const [access] = kept;
    expect([access?.clientId, access?.needed, access?.state()]).toEqual(['client', 'WRITE', 'idle']);
    raw.headersSent = true;
    expect(access?.state()).toBe('open');
    raw.writableFinished = true;
    expect(access?.state()).toBe('over');
    raw.writableFinished = false;
    access?.close({ statusCode: 401, error: 'invalid_token', message: '' });
    expect([raw.destroyed, access?.state()]).toEqual([true, 'over']);
    raw.emit('close');
    expect(kept).toEqual([]);
  });

  it('counts as read where nothing is needed, and is left alone where it is none of Node’s', () => {
    calls.keepResponse(new Raw(), withScope('WRITE'), null);
    calls.keepResponse({}, withScope('WRITE'), 'WRITE');
    expect(needed()).toEqual(['READ']);
  });

  it.each([
    ['res', { res: new Raw() }, {}],
    ['reply', { reply: { raw: new Raw() } }, {}],
    ['the request’s', {}, { res: new Raw() }],
  ])('to a GraphQL request is found: %s', (_, carrier, request) => {
    calls.keepResponseTo(request as unknown as HttpRequest, carrier, withScope('WRITE'), 'WRITE');
    expect(needed()).toEqual(['WRITE']);
  });

  it('to a GraphQL request that nobody finds is not kept', () => {
    calls.keepResponseTo({} as HttpRequest, {}, withScope('WRITE'), 'WRITE');
    expect(kept).toEqual([]);
  });
});

describe('a socket that a request opened', () => {
  it('is one, used for the highest that any of its calls needed', () => {
    const socket = new Raw();
    const request = requestOn(socket);
    calls.keepSocket(request, withScope('ADMIN'), null);
    expect([needed(), kept[0]?.clientId, kept[0]?.state()]).toEqual([['READ'], 'client', 'open']);
    calls.keepSocket(request, withScope('ADMIN'), 'ADMIN');
    calls.keepSocket(request, withScope('ADMIN'), 'WRITE');
    calls.keepResponseTo(request, { res: new Raw() }, withScope('ADMIN'), 'READ');
    expect(needed()).toEqual(['ADMIN']);
    kept[0]?.close({ statusCode: 401, error: 'invalid_token', message: '' });
    expect([socket.destroyed, kept[0]?.state()]).toEqual([true, 'over']);
    socket.emit('close');
    expect(kept).toEqual([]);
  });

  it('is not used for what its access did not reach', () => {
    const request = requestOn(new Raw());
    calls.keepSocket(request, withScope('WRITE'), 'READ');
    calls.keepSocket(request, withScope('WRITE'), 'ADMIN');
    expect(needed()).toEqual(['READ']);
  });
});

describe('a client of a gateway', () => {
  it('was used for what its messages needed, also before it was kept', () => {
    const client = Object.assign(new EventEmitter(), { readyState: 1 });
    expect(calls.raise(client, withScope('ADMIN'), null)).toBe(false);
    expect(calls.raise(client, withScope('ADMIN'), 'WRITE')).toBe(false);
    expect(calls.raise(client, withScope('WRITE'), 'ADMIN')).toBe(false);
    expect(calls.raise(client, withScope('ADMIN'), 'READ')).toBe(false);
    calls.keepClient(client, withScope('ADMIN'), 'READ');
    expect(needed()).toEqual(['WRITE']);
    expect(calls.raise(client, withScope('ADMIN'), 'ADMIN')).toBe(true);
    expect(calls.raise(client, withScope('ADMIN'), null)).toBe(true);
    expect(needed()).toEqual(['ADMIN']);
    expect(kept[0]?.state()).toBe('open');
    client.readyState = 2;
    expect(kept[0]?.state()).toBe('over');
    client.emit('close');
    expect(kept).toEqual([]);
  });

  it('of socket.io is gone once it is disconnected', () => {
    const client = Object.assign(new EventEmitter(), { connected: true, disconnect: () => undefined });
    calls.keepClient(client, withScope('READ'), 'READ');
    expect(kept[0]?.state()).toBe('open');
    client.connected = false;
    expect(kept[0]?.state()).toBe('over');
    client.emit('disconnect');
    expect(kept).toEqual([]);
  });
});
