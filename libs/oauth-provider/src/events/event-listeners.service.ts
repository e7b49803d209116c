import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { type EventType } from './event-catalogue.js';
import { LISTENS_TO } from './on-provider-event.decorator.js';
import { type EventListener, ProviderEvents } from './provider-events.service.js';

type Found = ReturnType<DiscoveryService['getProviders']>[number];

/**
 * Finds the methods that are marked with `OnProviderEvent`, once, at start. A program that uses the host's application without
 * initialising it calls `onModuleInit`, and the host hears of what it changes.
 */
@Injectable()
export class EventListeners implements OnModuleInit {
  private readonly known = new Set<object>();

  constructor(
    @Inject(DiscoveryService) private readonly discovery: DiscoveryService,
    @Inject(MetadataScanner) private readonly scanner: MetadataScanner,
    @Inject(ProviderEvents) private readonly events: ProviderEvents,
  ) {}

  /** @throws Error naming a listener whose class is no singleton. */
  onModuleInit(): void {
    for (const found of [...this.discovery.getProviders(), ...this.discovery.getControllers()]) this.register(found);
  }

  private register(found: Found): void {
    const instance: unknown = found.instance;
    if (typeof instance !== 'object' || instance === null || this.known.has(instance)) return;
    this.known.add(instance); // several tokens may stand for one instance
    const methods = instance as Record<string, EventListener | undefined>;
    for (const name of this.scanner.getAllMethodNames(Object.getPrototypeOf(instance) as object | null)) {
      const types = typesOf(methods[name]);
      if (types) this.listen(found, name, types);
    }
  }

  private listen(found: Found, name: string, types: readonly EventType[]): void {
    if (!found.isDependencyTreeStatic() || found.isTransient) {
      throw new Error(
        `OAuthProviderModule: ${found.name}.${name} listens to events, but ${found.name} is made anew for each request or ` +
          'injection. Move the method to a class that is a singleton, with all it depends on.',
      );
    }
    const instance = found.instance as Record<string, EventListener>;
    const listener: EventListener = (event) => instance[name]?.(event);
    if (types.length === 0) this.events.onEvery(listener);
    else this.events.on(types, listener);
  }
}

const typesOf = (method: unknown): readonly EventType[] | undefined =>
  typeof method === 'function' ? (Reflect.getMetadata(LISTENS_TO, method) as EventType[] | undefined) : undefined;
