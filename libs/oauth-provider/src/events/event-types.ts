import { type EventType, type StoredEventType, type ToldEventType } from './event-catalogue.js';
import { type ProviderEvent } from './provider-event.js';

const types: Readonly<Record<StoredEventType, 'stored'> & Record<ToldEventType, 'told'>> = {
  'link.created': 'stored',
  'link.updated': 'stored',
  'link.enabled': 'stored',
  'link.disabled': 'stored',
  'link.deleted': 'stored',
  'credentials.viewed': 'stored',
  'secret.created': 'stored',
  'secret.ended': 'stored',
  'secrets.resealed': 'stored',
  'applications.paused': 'stored',
  'applications.resumed': 'stored',
  'audit.exported': 'stored',
  'authorization.given': 'stored',
  'authorization.denied': 'stored',
  'authorization.ended': 'stored',
  'authorizations.ended': 'stored',
  'family.ended.code-replayed': 'stored',
  'family.ended.code-misused': 'stored',
  'family.ended.refresh-replayed': 'stored',
  'family.ended.revoked': 'stored',
  'client.authentication-throttled': 'stored',
  'client.guessing-throttled': 'stored',
  'form.throttled': 'stored',
  'authorization.refused': 'told',
  'code.exchanged': 'told',
  'token.refreshed': 'told',
  'token.refresh-repeated': 'told',
  'token.refused': 'told',
  'token.introspected': 'told',
  'client.authentication-failed': 'told',
  'cleaning.finished': 'told',
};

/** Every type of event. */
export const EVENT_TYPES = Object.keys(types) as readonly EventType[];

/** Whether an event stands in the audit trail; the others are only told. */
export function isStored(event: ProviderEvent): event is ProviderEvent<StoredEventType> {
  return types[event.type] === 'stored';
}
