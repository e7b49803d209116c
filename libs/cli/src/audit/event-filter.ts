import { type EventRecord, EVENT_TYPES, isStored, type ProviderEvent } from 'nestjs-drawbridge/oauth-provider';
import { Failure } from '../output/failure.js';

/** Which events to list; what is left out lets every event pass. */
export interface EventFilter {
  /** Types, or beginnings of types such as `link`. */
  readonly type?: readonly string[];
  /** The id of the person who did it. */
  readonly actor?: string;
  /** Milliseconds since 1970, itself included. */
  readonly since?: number;
  /** Milliseconds since 1970, itself not included. */
  readonly until?: number;
}

const storedTypes = EVENT_TYPES.filter((type) => isStored({ type } as ProviderEvent));

const isOfType = (type: string, wanted: string): boolean => type === wanted || type.startsWith(`${wanted}.`);

/** Whether an event is one of those. */
export function passes({ type, at, actorId }: EventRecord, filter: EventFilter): boolean {
  return (
    (filter.type === undefined || filter.type.some((wanted) => isOfType(type, wanted))) &&
    (filter.actor === undefined || filter.actor === actorId) &&
    (filter.since === undefined || at >= filter.since) &&
    (filter.until === undefined || at < filter.until)
  );
}

/** @throws Failure naming a type that no event has */
export function refuseUnknownTypes(types: readonly string[] = []): void {
  const unknown = types.find((wanted) => !storedTypes.some((type) => isOfType(type, wanted)));
  if (unknown === undefined) return;
  const known = [...storedTypes].sort().join(', ');
  throw new Failure(
    'usage',
    `--type: there is no event '${unknown}'. Use one of these, or how some of them begin: ${known}`,
  );
}
