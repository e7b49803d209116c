import { type AddressInfo } from 'node:net';
import { type CallHandler, type ExecutionContext, type INestApplication, type NestInterceptor } from '@nestjs/common';
import { ExpressAdapter } from '@nestjs/platform-express';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { map, type Observable } from 'rxjs';
import { afterEach, describe, expect, it } from 'vitest';
import { OAuthError } from '../errors/oauth.error.js';
import { IntrospectController } from '../introspect/introspect.controller.js';
import { Introspections } from '../introspect/introspections.service.js';
import { TokenController } from '../token/token.controller.js';
import { TokenRequests } from '../token/token-requests.service.js';
import { JsonAnswers } from './json-answers.service.js';

const body = { name: 'Ünïcode 🌉' };
const answering = { answer: async () => body };
const refusing = { answer: () => Promise.reject(new OAuthError('invalid_grant', 'It is over.', 400)) };

class Envelope implements NestInterceptor<unknown, unknown> {
  intercept(_: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    return next.handle().pipe(map((data) => ({ data })));
  }
}

describe.each([
  ['Express', () => new ExpressAdapter()],
  ['Fastify', () => new FastifyAdapter()],
])('JSON answers on %s', (_, adapter) => {
  let app: INestApplication | undefined;

  const post = async (endpoint: string, what: object) => {
    const module = await Test.createTestingModule({
      controllers: [TokenController, IntrospectController],
      providers: [JsonAnswers, { provide: TokenRequests, useValue: what }, { provide: Introspections, useValue: what }],
    }).compile();
    app = module.createNestApplication(adapter(), { logger: false });
    app.useGlobalInterceptors(new Envelope());
    await app.listen(0, '127.0.0.1');
    const { port } = (app.getHttpServer() as { address(): AddressInfo }).address();
    return fetch(`http://127.0.0.1:${port.toString()}/rest/oauth2/latest/${endpoint}`, { method: 'POST' });
  };
  afterEach(() => app?.close());

  describe.each(['token', 'introspect'])('of the endpoint %s', (endpoint) => {
    it('are what they are, whatever the host does to answers, and have no digest', async () => {
      const answer = await post(endpoint, answering);
      expect([answer.status, await answer.json()]).toEqual([200, body]);
      const names = ['content-type', 'content-length', 'cache-control', 'etag'];
      expect(names.map((name) => answer.headers.get(name))).toEqual([
        'application/json; charset=utf-8',
        Buffer.byteLength(JSON.stringify(body)).toString(),
        'no-store',
        null,
      ]);
    });

    it('refuse in the same way, with a status of their own', async () => {
      const answer = await post(endpoint, refusing);
      const refusal = { error: 'invalid_grant', error_description: 'It is over.' };
      expect([answer.status, await answer.json()]).toEqual([400, refusal]);
      expect(['cache-control', 'etag'].map((name) => answer.headers.get(name))).toEqual(['no-store', null]);
    });
  });
});
