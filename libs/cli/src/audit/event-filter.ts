import { EVENT_TYPES, type EventFilter, isStored, type ProviderEvent } from 'nestjs-drawbridge/oauth-provider';
import { Failure } from '../output/failure.js';

/** Which events to list, as options; what is left out lets every event pass. */
export interface FilterOptions {
  /** Types, or beginnings of types such as `link`. */
  readonly type?: readonly string[];
  /** The id of a person who did it, or whose authorization is concerned. */
  readonly person?: string;
  /** Milliseconds since 1970, itself included. */
  readonly since?: number;
  /** Milliseconds since 1970, itself not included. */
  readonly until?: number;
}

const storedTypes = EVENT_TYPES.filter((type) => isStored({ type } as ProviderEvent));

const isOfType = (type: string, wanted: string): boolean => type === wanted || type.startsWith(`${wanted}.`);

/** What the options mean, for one application or for all. @throws Failure naming a type that no event has */
export function filterOf({ type, person, since, until }: FilterOptions, clientId: string | undefined): EventFilter {
  return {
    ...(type === undefined ? {} : { types: type.flatMap(typesCalled) }),
    ...(clientId === undefined ? {} : { clientIds: [clientId] }),
    ...(person === undefined ? {} : { people: [person] }),
    ...(since === undefined ? {} : { from: since }),
    ...(until === undefined ? {} : { before: until }),
  };
}

function typesCalled(wanted: string): readonly string[] {
  const found = storedTypes.filter((type) => isOfType(type, wanted));
  if (found.length > 0) return found;
  const known = [...storedTypes].sort().join(', ');
  throw new Failure(
    'usage',
    `--type: there is no event '${wanted}'. Use one of these, or how some of them begin: ${known}`,
  );
}
