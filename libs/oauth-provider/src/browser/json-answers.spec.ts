import { type AddressInfo } from 'node:net';
import {
  type CallHandler,
  Controller,
  type ExecutionContext,
  Get,
  Inject,
  type INestApplication,
  type NestInterceptor,
  Res,
} from '@nestjs/common';
import { ExpressAdapter } from '@nestjs/platform-express';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { map, type Observable } from 'rxjs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type HttpResponse } from './http-exchange.js';
import { JsonAnswers } from './json-answers.service.js';

@Controller()
class Answering {
  constructor(@Inject(JsonAnswers) private readonly json: JsonAnswers) {}

  @Get('200')
  answer(@Res() response: HttpResponse): void {
    this.json.send(response, { name: 'Ünïcode 🌉' });
  }

  @Get('418')
  refuse(@Res() response: HttpResponse): void {
    response.header('X-Own', 'yes');
    this.json.send(response, { error: 'teapot' }, 418);
  }
}

class Envelope implements NestInterceptor<unknown, unknown> {
  intercept(_: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    return next.handle().pipe(map((data) => ({ data })));
  }
}

describe.each([
  ['Express', () => new ExpressAdapter()],
  ['Fastify', () => new FastifyAdapter()],
])('JSON answers on %s', (_, adapter) => {
  let app: INestApplication;
  let url: string;

  beforeEach(async () => {
    const module = await Test.createTestingModule({ controllers: [Answering], providers: [JsonAnswers] }).compile();
    app = module.createNestApplication(adapter());
    app.useGlobalInterceptors(new Envelope());
    await app.listen(0, '127.0.0.1');
    url = `http://127.0.0.1:${(app.getHttpServer() as { address(): AddressInfo }).address().port.toString()}`;
  });
  afterEach(() => app.close());

  it('are what they are, whatever the host does to answers, and have no digest', async () => {
    const answer = await fetch(`${url}/200`);
    expect([answer.status, await answer.json()]).toEqual([200, { name: 'Ünïcode 🌉' }]);
    const { headers } = answer;
    expect(['content-type', 'content-length', 'etag'].map((name) => headers.get(name))).toEqual([
      'application/json; charset=utf-8',
      Buffer.byteLength('{"name":"Ünïcode 🌉"}').toString(),
      null,
    ]);
  });

  it('have their status, and the headers that were set before', async () => {
    const answer = await fetch(`${url}/418`);
    expect([answer.status, answer.headers.get('x-own'), await answer.json()]).toEqual([
      418,
      'yes',
      { error: 'teapot' },
    ]);
  });
});
