import { type CanActivate, type ExecutionContext, type Type } from '@nestjs/common';
import { GUARDS_METADATA } from '@nestjs/common/constants.js';

/** Who decides about connections to a gateway, in one application. */
export interface Doorkeeper {
  /** Whether a connection shows a token. Also notes the request it came with. */
  comesWithToken(client: object, handshake: object | undefined): boolean;
  /** Whether a connection with a token may reach this gateway; else it is closed. Never rejects. */
  mayEnter(gateway: Type, client: object, handshake: object | undefined): Promise<boolean>;
  /** What the global guards say of a message. */
  guard(context: ExecutionContext): Promise<boolean>;
}

type Connect = (this: object, client: object, ...rest: unknown[]) => unknown;

const keepers = new WeakMap<object, Doorkeeper>();
const keeperOfClient = new WeakMap<object, Doorkeeper>();
const kept = new WeakSet<Type>();
const behind = new WeakMap<Connect, Connect | undefined>();

/** Nest 11 runs no global guards before messages, so each gateway has one that does; twice is judged once. */
const doorGuard: CanActivate = {
  async canActivate(context) {
    const keeper = keeperOfClient.get(context.switchToWs().getClient<object>());
    return keeper ? keeper.guard(context) : true;
  },
};

/**
 * Puts a door before a gateway class: its `handleConnection` is called once the door's keeper has let the connection in,
 * and its messages are guarded. A class may be used by several applications in one process, each with a keeper of its own.
 */
export function keepDoorOf(gateway: Type): void {
  if (kept.has(gateway)) return;
  kept.add(gateway);
  const prototype = gateway.prototype as { handleConnection?: Connect };
  const found = prototype.handleConnection;
  const original = found && behind.has(found) ? behind.get(found) : found; // of a gateway it inherits from
  const connect: Connect = function (client, ...rest) {
    const keeper = keepers.get(this) ?? keepers.get(this.constructor);
    const handshake = typeof rest[0] === 'object' && rest[0] !== null ? rest[0] : undefined;
    if (keeper) keeperOfClient.set(client, keeper);
    if (!keeper?.comesWithToken(client, handshake)) return original?.call(this, client, ...rest);
    return keeper
      .mayEnter(gateway, client, handshake)
      .then((may) => (may ? original?.call(this, client, ...rest) : undefined));
  };
  if (original) copyMetadata(original, connect);
  prototype.handleConnection = connect;
  behind.set(connect, original);
  const guards = (Reflect.getMetadata(GUARDS_METADATA, gateway) ?? []) as readonly unknown[];
  Reflect.defineMetadata(GUARDS_METADATA, [doorGuard, ...guards], gateway);
}

/**
 * Names the keeper of a gateway's door, by the class or by one instance of it.
 *
 * @throws Error when the instance has a `handleConnection` of its own, before which no door can stand
 */
export function takeDoorOf(gateway: object, keeper: Doorkeeper): void {
  if (Object.hasOwn(gateway, 'handleConnection')) {
    throw new Error(
      `OAuthProviderModule: ${gateway.constructor.name}.handleConnection is a property, so that nobody could be judged ` +
        'before it runs. Write it as a method.',
    );
  }
  keepers.set(gateway, keeper);
}

function copyMetadata(from: object, to: object): void {
  for (const key of Reflect.getMetadataKeys(from) as unknown[])
    Reflect.defineMetadata(key, Reflect.getMetadata(key, from), to);
}
