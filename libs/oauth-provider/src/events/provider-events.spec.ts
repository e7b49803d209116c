import { Injectable, Logger, Scope } from '@nestjs/common';
import { DiscoveryModule, MetadataScanner } from '@nestjs/core';
import { Test } from '@nestjs/testing';
import { Clock } from 'nestjs-drawbridge/host';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EventListeners } from './event-listeners.service.js';
import { EVENT_TYPES, isStored } from './event-types.js';
import { OnProviderEvent } from './on-provider-event.decorator.js';
import { type Actor, eventBy, type NewEvent, type ProviderEvent } from './provider-event.js';
import { ProviderEvents } from './provider-events.service.js';

const at = 1_795_000_000_000;
const actor = { userId: 'ada', address: '192.0.2.1' };
const clientId = 'c'.repeat(32);
const viewed: NewEvent = { type: 'credentials.viewed', clientId, details: {} };
const paused: NewEvent = { type: 'applications.paused', clientId: null, details: {} };

class FixedClock extends Clock {
  now(): number {
    return at;
  }
}

const tell = (events: ProviderEvents, by: Actor, event: NewEvent) => events.deliver(eventBy(by, at, event));

describe('events', () => {
  let events: ProviderEvents;
  let logged: string[];

  beforeEach(() => {
    events = new ProviderEvents(new FixedClock());
    logged = [];
    vi.spyOn(Logger.prototype, 'error').mockImplementation((message: string) => void logged.push(message));
  });

  afterEach(() => {
    vi.restoreAllMocks();
  });

  it('reach who listens to their type, whole, and nobody after they stopped listening', () => {
    const heard: ProviderEvent[] = [];
    const stop = events.on('credentials.viewed', (event) => heard.push(event));
    const stopBoth = events.on(['credentials.viewed', 'applications.paused'], (event) => heard.push(event));
    const stopEvery = events.onEvery((event) => heard.push(event));
    tell(events, actor, paused);
    expect(heard.map(({ type }) => type)).toEqual(['applications.paused', 'applications.paused']);
    tell(events, { ...actor, clientId }, viewed);
    expect(heard).toHaveLength(5);
    expect(heard.at(-1)).toEqual({
      type: 'credentials.viewed',
      at,
      actorId: 'ada',
      actorClientId: clientId,
      address: '192.0.2.1',
      clientId,
      userId: null,
      details: {},
    });
    for (const end of [stop, stopBoth, stopEvery]) end();
    tell(events, actor, viewed);
    expect(heard).toHaveLength(5);
  });

  it('are done with what a listener does at once before anything else goes on', () => {
    const order: string[] = [];
    events.onEvery(async ({ type }) => {
      order.push(`first ${type}`);
      await Promise.resolve();
      order.push('later');
    });
    events.onEvery(({ type }) => order.push(`second ${type}`));
    tell(events, actor, viewed);
    tell(events, actor, paused);
    order.push('the request goes on');
    expect(order).toEqual([
      'first credentials.viewed',
      'second credentials.viewed',
      'first applications.paused',
      'second applications.paused',
      'the request goes on',
    ]);
  });

  it.each([
    [
      'throws',
      () => {
        throw new Error('broken');
      },
    ],
    ['rejects', () => Promise.reject(new Error('broken'))],
    [
      'throws what cannot be written',
      () => {
        throw Object.create(null);
      },
    ],
    [
      'answers a thenable that throws',
      () => ({
        then() {
          throw new Error('broken');
        },
      }),
    ],
    ['stops listening meanwhile', () => undefined],
  ])('reach the others when one %s', async (what, listener) => {
    const heard: string[] = [];
    const stop = events.onEvery(() => {
      stop();
      return listener();
    });
    events.onEvery(({ type }) => heard.push(type));
    expect(() => tell(events, actor, viewed)).not.toThrow();
    await events.beforeApplicationShutdown();
    expect(heard).toEqual(['credentials.viewed']);
    if (what.startsWith('stops')) expect(logged).toEqual([]);
    else expect(logged).toEqual([expect.stringContaining('A listener failed at the event credentials.viewed.')]);
  });

  it('are waited for by a node that stops', async () => {
    let isDone = false;
    events.onEvery(async () => {
      await new Promise((resolve) => setTimeout(resolve, 50));
      isDone = true;
    });
    tell(events, actor, viewed);
    await events.beforeApplicationShutdown();
    expect(isDone).toBe(true);
  });

  it('are known by their types, stored or only told', () => {
    expect(EVENT_TYPES).toContain('link.created');
    expect(new Set(EVENT_TYPES).size).toBe(EVENT_TYPES.length);
    for (const type of EVENT_TYPES) expect(type).toMatch(/^[a-z.-]{1,64}$/);
    let stored: boolean | null = null;
    events.onEvery((event) => (stored = isStored(event)));
    tell(events, actor, viewed);
    expect(stored).toBe(true);
    events.tell(actor, { type: 'client.authentication-failed', clientId, details: {} });
    expect(stored).toBe(false);
  });
});

describe('a method that listens to events', () => {
  const heard: string[] = [];

  @Injectable()
  class Watch {
    @OnProviderEvent('credentials.viewed', 'secret.created')
    secrets({ type, details }: ProviderEvent<'credentials.viewed' | 'secret.created'>): void {
      heard.push(`${type} ${JSON.stringify(details)}`);
    }

    @OnProviderEvent()
    every(event: ProviderEvent): void {
      if (event.type === 'secret.created') heard.push(`every ${event.details.secretId}`);
    }

    @OnProviderEvent('link.deleted')
    plain(): void {
      heard.push('deleted');
    }

    // @ts-expect-error it listens to an event that it does not take
    @OnProviderEvent('credentials.viewed', 'secret.created')
    narrow(event: ProviderEvent<'secret.created'>): void {
      heard.push(event.details.secretId.slice(0, 0));
    }

    // @ts-expect-error there is no such event
    @OnProviderEvent('secret.lost')
    unknown(): void {
      heard.push('never');
    }
  }

  const start = async (...providers: Parameters<typeof Test.createTestingModule>[0]['providers'] & object) => {
    const module = await Test.createTestingModule({
      imports: [DiscoveryModule],
      providers: [
        { provide: Clock, useClass: FixedClock },
        ProviderEvents,
        EventListeners,
        MetadataScanner,
        ...providers,
      ],
    }).compile();
    await module.init();
    return module.get(ProviderEvents);
  };

  it('is found at start, once, however many names its class has', async () => {
    const events = await start(Watch, { provide: 'another name', useExisting: Watch });
    tell(events, actor, { type: 'secret.created', clientId, details: { secretId: 's', overlapSeconds: 0 } });
    tell(events, actor, { type: 'link.deleted', clientId, details: { name: 'x', scopes: [], redirectUris: [] } });
    tell(events, actor, paused);
    expect(heard.filter((line) => line !== '')).toEqual([
      'secret.created {"secretId":"s","overlapSeconds":0}',
      'every s',
      'deleted',
    ]);
  });

  it.each([Scope.REQUEST, Scope.TRANSIENT])('refuses to boot in a class that is no singleton', async (scope) => {
    @Injectable({ scope })
    class Brief {
      @OnProviderEvent('link.deleted')
      hear(): void {
        heard.push('never');
      }
    }
    await expect(start(Brief)).rejects.toThrow(
      'OAuthProviderModule: Brief.hear listens to events, but Brief is made anew',
    );
  });
});
