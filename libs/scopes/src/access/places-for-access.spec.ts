import { Controller, Get, type INestApplication, Module, Req } from '@nestjs/common';
import { type AbstractHttpAdapter, NestFactory } from '@nestjs/core';
import { ExpressAdapter } from '@nestjs/platform-express';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { afterEach, describe, expect, it } from 'vitest';
import { ScopesModule } from '../scopes.module.js';
import { Access, accessOf, setAccess } from './access.js';

const access = new Access({ clientId: 'c', userId: 'u', scope: 'READ', personLevel: 'READ' });

@Controller('notes')
class NotesController {
  @Get()
  note(@Req() request: object) {
    const before = { access: accessOf(request), properties: Reflect.ownKeys(request).length };
    setAccess(request, access);
    const isFound = accessOf(request) === access;
    return {
      isEmpty: before.access === undefined,
      isFound,
      added: Reflect.ownKeys(request).length - before.properties,
    };
  }
}

@Module({ imports: [ScopesModule.forRoot({ routes: [] })], controllers: [NotesController] })
class HostModule {}

describe('the place for an access', () => {
  let host: INestApplication | undefined;

  afterEach(() => host?.close());

  async function noteOn(adapter: AbstractHttpAdapter): Promise<unknown> {
    host = await NestFactory.create(HostModule, adapter, { logger: false });
    await host.listen(0, '127.0.0.1');
    const answer = await fetch(`${await host.getUrl()}/notes`);
    return answer.json();
  }

  it('is there before Express has the request, empty, so that nothing is added to it', async () => {
    expect(await noteOn(new ExpressAdapter())).toEqual({ isEmpty: true, isFound: true, added: 0 });
  });

  it('is made when it is filled for a request of Fastify', async () => {
    expect(await noteOn(new FastifyAdapter())).toEqual({ isEmpty: true, isFound: true, added: 1 });
  });

  it('is not needed where nothing is served over HTTP', async () => {
    const context = await NestFactory.createApplicationContext(HostModule, { logger: false });
    await context.close();
  });
});
