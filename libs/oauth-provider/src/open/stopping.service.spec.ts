import { type HttpAdapterHost } from '@nestjs/core';
import { describe, expect, it } from 'vitest';
import { Stopping } from './stopping.service.js';

const stoppingWith = (server: { listening: boolean } | undefined) =>
  new Stopping({ httpAdapter: { getHttpServer: () => server } } as unknown as HttpAdapterHost);

describe('an application that is about to stop', () => {
  it('is known by its server, which does not listen any more', () => {
    const server = { listening: false };
    const stopping = stoppingWith(server);
    expect(stopping.isUnderWay()).toBe(false);
    server.listening = true;
    expect(stopping.isUnderWay()).toBe(false);
    server.listening = false;
    expect(stopping.isUnderWay()).toBe(true);
  });

  it.each([[undefined], [{ listening: false }]])(
    'is known by what Nest says, where another server listens: %o',
    (server) => {
      const stopping = stoppingWith(server);
      expect(stopping.isUnderWay()).toBe(false);
      stopping.beforeApplicationShutdown();
      expect(stopping.isUnderWay()).toBe(true);
    },
  );
});
