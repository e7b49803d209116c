import { Controller, Get, HttpException, Module } from '@nestjs/common';
import common from '@nestjs/common/package.json' with { type: 'json' };
import { ModulesContainer } from '@nestjs/core';
import core from '@nestjs/core/package.json' with { type: 'json' };
import expressPlatform from '@nestjs/platform-express/package.json' with { type: 'json' };
import fastifyPlatform from '@nestjs/platform-fastify/package.json' with { type: 'json' };
import { InsufficientScopeException } from 'nestjs-drawbridge/scopes';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { call } from '../../support/bearer.js';
import { platforms, type RunningHost, startHost } from './start-host.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** On which NestJS this is meant to run. */
    nestMajor: 11 | 12;
  }
}

@Controller('pages')
class PagesController {
  @Get()
  list(): string {
    return 'pages';
  }
}

@Module({ controllers: [PagesController] })
class PagesModule {}

describe.each(platforms)(`NestJS ${inject('nestMajor').toString()} on %s`, (platform) => {
  let host: RunningHost;

  beforeAll(async () => {
    host = await startHost(platform, {
      imports: [PagesModule],
      rules: { routes: [{ path: '/pages', scope: 'READ' }] },
    });
  });

  afterAll(() => host.close());

  it('is the one that was meant, for host and library alike', () => {
    const majors = [common, core, expressPlatform, fastifyPlatform].map(({ version }) => parseInt(version));
    expect(new Set(majors)).toEqual(new Set([inject('nestMajor')]));
    expect(new InsufficientScopeException({ reason: 'closed' })).toBeInstanceOf(HttpException);
    expect(host.app.get(ModulesContainer)).toBeInstanceOf(ModulesContainer);
  });

  it('P1 lets an application as far as its scope', async () => {
    const answer = await call(host.origin, await host.token('READ'), '/pages');
    expect([answer.status, await answer.text()]).toEqual([200, 'pages']);
    expect((await call(host.origin, 'nonsense', '/pages')).status).toBe(401);
    expect((await fetch(`${host.origin}/pages`)).status).toBe(401);
  });
});
