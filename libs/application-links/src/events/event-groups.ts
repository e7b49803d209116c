import { type StoredEventType } from 'nestjs-drawbridge/oauth-provider';

/** What events are about, in the order in which they are offered. */
export const EVENT_GROUPS = [
  'links',
  'secrets',
  'authorizations',
  'sign-ins',
  'attempts',
  'all-applications',
  'audit',
] as const;

/** One of {@link EVENT_GROUPS}. */
export type EventGroup = (typeof EVENT_GROUPS)[number];

const groups: Readonly<Record<StoredEventType, EventGroup>> = {
  'link.created': 'links',
  'link.updated': 'links',
  'link.enabled': 'links',
  'link.disabled': 'links',
  'link.deleted': 'links',
  'credentials.viewed': 'secrets',
  'secret.created': 'secrets',
  'secret.ended': 'secrets',
  'secrets.resealed': 'secrets',
  'authorization.given': 'authorizations',
  'authorization.denied': 'authorizations',
  'authorization.ended': 'authorizations',
  'authorizations.ended': 'authorizations',
  'family.ended.code-replayed': 'sign-ins',
  'family.ended.code-misused': 'sign-ins',
  'family.ended.refresh-replayed': 'sign-ins',
  'family.ended.revoked': 'sign-ins',
  'client.authentication-throttled': 'attempts',
  'client.guessing-throttled': 'attempts',
  'form.throttled': 'attempts',
  'applications.paused': 'all-applications',
  'applications.resumed': 'all-applications',
  'audit.exported': 'audit',
};

/** Every type of event that stands in the trail. */
export const STORED_EVENT_TYPES = Object.keys(groups) as readonly StoredEventType[];

/** Whether this version knows the type; the trail may hold some of older ones. */
export const isKnownType = (type: string): type is StoredEventType => Object.hasOwn(groups, type);

/** The types that are about the same. */
export const typesOf = (group: EventGroup): readonly StoredEventType[] =>
  STORED_EVENT_TYPES.filter((type) => groups[type] === group);
