import { type ExecutionContext } from '@nestjs/common';
import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host.js';
import { describe, expect, it } from 'vitest';
import { Access, setAccess } from '../access/access.js';
import { accessIn, carrierOf, isRootField, kindOf, noteHandshake, requestOf } from './call.js';

function call(type: string, ...args: readonly unknown[]): ExecutionContext {
  const context = new ExecutionContextHost([...args]);
  context.setType(type);
  return context;
}

const requestWith = (fields: object = {}) => ({ headers: {}, ...fields });
const letIn = <T extends object>(carrier: T): T => {
  setAccess(carrier, new Access({ clientId: 'c', userId: 'u', scope: 'READ', personLevel: 'READ' }));
  return carrier;
};

describe('the kind of a call', () => {
  it.each([
    ['http', 'http', [requestWith()]],
    ['other', 'http', [{}]],
    ['other', 'http', [null]],
    ['other', 'http', ['text']],
    ['graphql', 'graphql', []],
    ['ws', 'ws', [{}]],
    ['other', 'rpc', [requestWith()]],
    ['other', 'telegram', []],
  ])('is %s for %s with %j', (kind, type, args) => {
    expect(kindOf(call(type, ...args))).toBe(kind);
  });
});

describe('the request of a call', () => {
  const request = requestWith();

  it('is the first argument over HTTP', () => {
    expect(requestOf(call('http', request))).toBe(request);
    expect(carrierOf(call('http', request))).toBe(request);
  });

  it.each([
    ['req', { req: request }],
    ['request', { request }],
    ['reply.request', { reply: { request } }],
    ['extra.request', { extra: { request } }],
    ['req.extra.request, a subscription of Apollo', { req: { connectionParams: {}, extra: { request } } }],
    ['req, where request has no headers', { request: {}, req: request }],
    ['reply.request, where req is no object', { req: 'text', reply: { request } }],
  ])('is found in GraphQL at %s', (_place, context) => {
    expect(requestOf(call('graphql', {}, {}, context, {}))).toBe(request);
  });

  it.each([
    ['nothing is', {}],
    ['no headers are', { req: {}, reply: { request: {} } }],
    ['there is no context', undefined],
    ['something is of no kind', { reply: null, extra: 7, req: null }],
    ['there is an empty extra', { req: { extra: null } }],
  ])('is not found in GraphQL where %s', (_where, context) => {
    expect(requestOf(call('graphql', {}, {}, context, {}))).toBeUndefined();
  });

  it('is found for references of a federation, which get no arguments', () => {
    const context = { req: request };
    expect(requestOf(call('graphql', {}, context, {}))).toBe(request);
    expect(carrierOf(call('graphql', {}, context, {}))).toBe(context);
    expect(carrierOf(call('graphql', {}, {}, context, {}))).toBe(context);
  });

  it('is the one a socket was opened by, as noted before as it says itself', () => {
    const client = { request: requestWith() };
    expect(requestOf(call('ws', client, {}))).toBe(client.request);
    noteHandshake(client, request);
    expect(requestOf(call('ws', client, {}))).toBe(request);
    expect(carrierOf(call('ws', client, {}))).toBe(client);
  });

  it('is not looked for among noted sockets over other kinds', () => {
    const client = {};
    noteHandshake(client, request);
    expect(requestOf(call('rpc', client))).toBeUndefined();
  });
});

describe('the access of a call', () => {
  it.each([
    ['the request', call('http', letIn(requestWith()))],
    ['the context of GraphQL', call('graphql', {}, {}, letIn({}), {})],
    ['the request in it', call('graphql', {}, {}, { req: letIn(requestWith()) }, {})],
    ['the client of a socket', call('ws', letIn({}), {})],
    ['the request of its handshake', call('ws', { request: letIn(requestWith()) }, {})],
    ['whatever another kind of call comes with', call('rpc', 'data', letIn({}))],
  ])('P2 is found on %s', (_place, context) => {
    expect(accessIn(context)?.clientId).toBe('c');
  });

  it.each([
    ['http', [requestWith()]],
    ['graphql', [{}, {}, undefined, {}]],
    ['ws', [{}, {}]],
    ['rpc', [null, 'text', {}]],
  ])('is none where nobody was let in: %s', (type, args) => {
    expect(accessIn(call(type, ...args))).toBeUndefined();
  });
});

describe('a field', () => {
  it.each([
    [true, { path: { key: 'pages', prev: undefined } }],
    [false, { path: { key: 'author', prev: { key: 'pages' } } }],
    [true, { path: undefined }],
    [true, undefined],
  ])('stands at the top of its operation: %s for %j', (isRoot, info) => {
    expect(isRootField(call('graphql', {}, {}, {}, info))).toBe(isRoot);
  });
});
