import { type ExecutionContext, SetMetadata } from '@nestjs/common';

const GUARDS_ITSELF = Symbol('drawbridge:guards-itself');

/** Marks a controller of ours that asks for its own proof of who calls: a client's secret, a ticket, a session. */
export const GuardsItself = () => SetMetadata(GUARDS_ITSELF, true);

/**
 * Whether a handler belongs to a controller that guards itself. A host whose global guard turns away everyone who is
 * not signed in lets these pass: an application that exchanges a code has no session. A global interceptor that changes
 * answers lets these as they are: applications read them as the protocol says.
 */
export function guardsItself(context: Pick<ExecutionContext, 'getClass'>): boolean {
  return Reflect.getMetadata(GUARDS_ITSELF, context.getClass()) === true;
}
