import { type EventDetails, type EventType } from './event-catalogue.js';

/** Who does something, as far as it is known. */
export interface Actor {
  /** The person; `null` when no person acts. */
  readonly userId: string | null;
  /** The application that acts, proven, by itself or in the person's name. Default: none, a person at their browser. */
  readonly clientId?: string | null;
  /** The network address it came from, or what stands for one: `command line (root)`. */
  readonly address: string | null;
}

/** What events of every type say. */
interface EventFacts {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The person who did it; `null` when an application by itself, a stranger or the system did. */
  readonly actorId: string | null;
  /** The client id of the application that did it, by itself or in that person's name; `null` when none did. */
  readonly actorClientId: string | null;
  /** The network address it came from, or `command line` and the account there; `null` where it came from nowhere. */
  readonly address: string | null;
  /** The client id of the application concerned; `null` when none or every one is. */
  readonly clientId: string | null;
  /** The person whose authorization is concerned. */
  readonly userId: string | null;
}

/** Something that happened. Narrow it by its `type`, and its `details` are typed. */
export type ProviderEvent<Type extends EventType = EventType> = {
  [Each in Type]: EventFacts & { readonly type: Each; readonly details: EventDetails[Each] };
}[Type];

/** An event as it is noted; time and actor are added. */
export type NewEvent<Type extends EventType = EventType> = {
  [Each in Type]: Pick<EventFacts, 'clientId'> &
    Partial<Pick<EventFacts, 'userId'>> & { readonly type: Each; readonly details: EventDetails[Each] };
}[Type];

/** The whole of an event that `actor` brought about at a moment. */
export function eventBy<Type extends EventType>(actor: Actor, at: number, event: NewEvent<Type>): ProviderEvent<Type> {
  const { userId: actorId, clientId: actorClientId = null, address } = actor;
  return { userId: null, ...event, at, actorId, actorClientId, address };
}
