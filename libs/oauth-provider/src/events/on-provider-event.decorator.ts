import { SetMetadata } from '@nestjs/common';
import { type EventType } from './event-catalogue.js';
import { type ProviderEvent } from './provider-event.js';

/** Metadata key of {@link OnProviderEvent}. */
export const LISTENS_TO = Symbol('drawbridge:listens-to');

type Fits<Method, Type extends EventType> = Method extends (event: infer Event) => unknown
  ? ProviderEvent<Type> extends Event
    ? unknown
    : { readonly 'The method does not take every event that it listens to': never }
  : { readonly 'A listener takes one event': never };

/**
 * Lets a method of a provider or controller listen to events of these types; of every type when none is given. It is found
 * at start, so its class must be a singleton. When it is called, and what becomes of its errors, says `ProviderEvents`.
 */
export const OnProviderEvent =
  <Type extends EventType>(...types: Type[]) =>
  <Method>(target: object, name: string | symbol, method: TypedPropertyDescriptor<Method> & Fits<Method, Type>): void =>
    void SetMetadata(LISTENS_TO, types)(target, name, method);
