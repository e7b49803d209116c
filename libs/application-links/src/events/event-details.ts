import {
  type EventDetails,
  type EventRecord,
  type Phrase,
  type StoredEventType,
} from 'nestjs-drawbridge/oauth-provider';
import { highestOf, type Scope } from 'nestjs-drawbridge/scopes';
import { say } from '../words/link-words.js';
import { scopeName } from '../words/scope-name.js';

type Teller<Type extends StoredEventType> = (details: EventDetails[Type]) => readonly Phrase[];

function permission(scopes: readonly Scope[]): readonly Phrase[] {
  const highest = highestOf(scopes);
  return highest
    ? [(reader) => say('event.detail.permission', { permission: scopeName(highest)(reader) })(reader)]
    : [];
}

const throttled = ({ network }: { readonly network: string }): readonly Phrase[] => [
  say('event.detail.network', { network }),
];

const tellers: { readonly [Type in StoredEventType]?: Teller<Type> } = {
  'link.created': ({ scopes }) => permission(scopes),
  'secret.created': ({ overlapSeconds }) => [
    overlapSeconds === 0
      ? say('event.detail.noOverlap')
      : (reader) => say('event.detail.overlap', { duration: reader.duration(overlapSeconds) })(reader),
  ],
  'secrets.resealed': ({ resealed, unreadable }) => [say('event.detail.resealed', { resealed, unreadable })],
  'authorization.given': (details) => [
    ...permission(details.scopes),
    ...('rememberedSince' in details ? [say('event.detail.remembered')] : []),
  ],
  'authorization.denied': ({ asked }) => permission(asked),
  'authorizations.ended': ({ count }) => [say('event.detail.people', { count })],
  'client.authentication-throttled': throttled,
  'client.guessing-throttled': throttled,
  'form.throttled': throttled,
  'audit.exported': ({ format, count }) => [
    count === null
      ? say('event.detail.exportedMany', { format: format.toUpperCase() })
      : say('event.detail.exported', { format: format.toUpperCase(), count }),
  ],
};

/** What is worth knowing about an event besides its type; settings that changed apart. */
export function eventDetails({ type, details }: Pick<EventRecord, 'type' | 'details'>): readonly Phrase[] {
  const tell = (tellers as Readonly<Record<string, ((details: object) => readonly Phrase[]) | undefined>>)[type];
  try {
    return Object.hasOwn(tellers, type) && tell ? tell(details) : [];
  } catch {
    return []; // an older version told something else
  }
}
