import { Controller, Get, Inject, Module, Post } from '@nestjs/common';
import { NestFactory, RouterModule } from '@nestjs/core';
import { Test } from '@nestjs/testing';
import { describe, expect, it } from 'vitest';
import { byMethod, type RouteRule } from '../routes/route-rule.js';
import { ScopesModule } from '../scopes.module.js';
import { createPreview } from './create-preview.js';
import { RouteReport } from './route-report.js';

class Database {
  constructor() {
    throw new Error('The database was opened.');
  }
}

@Controller('things')
class ThingsController {
  constructor(@Inject(Database) readonly database: Database) {}

  @Post()
  add(): void {}

  @Get(':id')
  one(): void {}
}

@Module({ controllers: [ThingsController], providers: [Database] })
class ThingsModule {}

const hostWith = (routes: readonly RouteRule[]) => ({
  module: class HostRootModule {},
  imports: [
    ScopesModule.forRoot({ routes }),
    ThingsModule,
    RouterModule.register([{ path: 'api', module: ThingsModule }]),
  ],
});

const reportOf = async (...routes: readonly RouteRule[]) =>
  RouteReport.of(
    await createPreview(async (options) => {
      const app = await NestFactory.create(hostWith(routes), options);
      return app.setGlobalPrefix('wiki');
    }),
  );

describe('the report of routes', () => {
  it('P5 lists every route with the scope that opens it, in the order of the paths', async () => {
    const report = await reportOf({ path: '/api/things/*', scope: byMethod });
    expect(report.toTable().split('\n')).toEqual([
      'METHOD  PATH                  SCOPE  SAID BY             HANDLER',
      'POST    /wiki/api/things      WRITE  rule /api/things/*  ThingsController.add',
      'GET     /wiki/api/things/:id  READ   rule /api/things/*  ThingsController.one',
      '',
      '2 routes: READ 1, WRITE 1',
    ]);
    expect(report.problem).toBeNull();
    expect([...report.counts]).toEqual([
      ['READ', 1],
      ['WRITE', 1],
    ]);
    expect(JSON.parse(report.toJson())).toEqual(report.routes);
    expect(report.routes[0]).toEqual({
      method: 'POST',
      path: '/wiki/api/things',
      handler: 'ThingsController.add',
      scope: 'WRITE',
      source: 'rule /api/things/*',
    });
  });

  it('P5 names the routes that nobody decided about, and says what to write', async () => {
    const report = await reportOf({ path: '/api/things', scope: 'CLOSED' });
    expect(report.forgotten.map(({ path }) => path)).toEqual(['/wiki/api/things/:id']);
    expect(report.problem).toMatch(
      /^1 route has no scope.*:\n {2}GET \/wiki\/api\/things\/:id \(ThingsController\.one\)\n/,
    );
    expect(report.problem).toContain('@ClosedToApplications()');
    expect(report.toTable()).toContain('2 routes: closed 1, UNDECIDED 1');
  });

  it('P5 names all of them where there are no rules', async () => {
    expect((await reportOf()).problem).toContain('2 routes have no scope');
  });

  it('constructs nothing of the host, and refuses what would not start', async () => {
    await expect(Test.createTestingModule({ imports: [hostWith([])] }).compile()).rejects.toThrow(
      'The database was opened.',
    );
    await expect(reportOf({ path: '/api/thing', scope: 'READ' })).rejects.toThrow("'/api/thing' covers no route");
  });
});
