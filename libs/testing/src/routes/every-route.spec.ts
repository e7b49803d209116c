import { Controller, Get, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { createPreview, type RouteRule, ScopesModule } from 'nestjs-drawbridge/scopes';
import { describe, expect, it } from 'vitest';
import { expectEveryRouteToBeMapped } from './every-route.js';
import { type RecordedRoute } from './route-changes.js';

@Controller('notes')
class NotesController {
  @Get()
  list(): void {}

  @Post('keys')
  makeKey(): void {}
}

const host = (...routes: readonly RouteRule[]) =>
  createPreview((options) => {
    const module = class HostRootModule {};
    return NestFactory.create(
      { module, imports: [ScopesModule.forRoot({ routes })], controllers: [NotesController] },
      options,
    );
  });

const recorded: readonly RecordedRoute[] = [
  { method: 'GET', path: '/notes', scope: 'READ' },
  { method: 'POST', path: '/notes/keys', scope: 'ADMIN' },
];

const messageOf = (work: () => void): string => {
  try {
    work();
  } catch (error) {
    return (error as Error).message;
  }
  return 'nothing was thrown';
};

describe('expectEveryRouteToBeMapped', () => {
  it('P5 is content when every route is open or closed', async () => {
    const app = await host({ path: '/notes/keys', scope: 'CLOSED' }, { path: '/notes/*', scope: 'READ' });
    expect(() => expectEveryRouteToBeMapped(app)).not.toThrow();
  });

  it('P5 names each route that has nothing, and says what to write', async () => {
    const app = await host({ path: '/notes', scope: 'READ' });
    const message = messageOf(() => expectEveryRouteToBeMapped(app));
    expect(message).toContain('POST /notes/keys (NotesController.makeKey)');
    expect(message).toContain("@RequireScope('READ')");
    expect(message).not.toContain('GET /notes ');
  });

  it('P5 names each route that needs something else than was written down', async () => {
    const app = await host({ path: '/notes/*', scope: 'READ' });
    const gone = { method: 'PUT', path: '/notes', scope: null };
    const message = messageOf(() => expectEveryRouteToBeMapped(app, { recorded: [...recorded, gone] }));
    expect(message.split('\n').slice(1, -1)).toEqual([
      '  POST /notes/keys: was ADMIN, is READ',
      '  PUT /notes: was closed, is no route',
    ]);
    const [first] = recorded;
    const fewer = messageOf(() => expectEveryRouteToBeMapped(app, { recorded: first ? [first] : [] }));
    expect(fewer).toContain('POST /notes/keys: was no route, is READ');
  });

  it('P5 is content when all is as it was written down', async () => {
    const app = await host({ path: '/notes/keys', scope: 'ADMIN' }, { path: '/notes/*', scope: 'READ' });
    expect(() => expectEveryRouteToBeMapped(app, { recorded })).not.toThrow();
  });

  it('P5 says once that a written-down route has nothing now', async () => {
    const app = await host({ path: '/notes', scope: 'READ' });
    const message = messageOf(() => expectEveryRouteToBeMapped(app, { recorded }));
    expect(message.match(/POST \/notes\/keys/g)).toHaveLength(1);
  });
});
