import { Inject, Injectable } from '@nestjs/common';
import { type Scope, suffices } from 'nestjs-drawbridge/scopes';
import { type Accepted } from '../bearer/bearer-tokens.service.js';
import { type HttpRequest } from '../browser/http-exchange.js';
import { rawRequestOf, rawResponseOf } from './http-channel.js';
import { type OpenAccess } from './open-access.js';
import { OpenAccesses } from './open-accesses.service.js';
import { OpenResponse } from './open-response.js';
import { closeClient, isGone, whenGone } from './socket-client.js';

/** Hands to {@link OpenAccesses} what calls keep open: answers that go on, and sockets. */
@Injectable()
export class OpenCalls {
  private readonly kept = new WeakMap<object, OpenAccess>();
  private readonly wanted = new WeakMap<object, Scope>();

  constructor(@Inject(OpenAccesses) private readonly accesses: OpenAccesses) {}

  /** An HTTP answer. It counts as open from its first byte to its last. */
  keepResponse(response: object, accepted: Accepted, needed: Scope | null): void {
    const raw = rawResponseOf(response);
    if (!raw) return;
    const access = new OpenResponse(raw, accepted, needed ?? 'READ');
    this.accesses.keep(access);
    raw.on('close', () => this.accesses.forget(access)); // comes once
  }

  /** The answer to a GraphQL request, where it can be found. */
  keepResponseTo(request: HttpRequest, carrier: object, accepted: Accepted, needed: Scope | null): void {
    if (this.raise(request, accepted, needed)) return;
    const { res, reply } = carrier as { readonly res?: object; readonly reply?: object };
    const response = res ?? reply ?? (request as { readonly res?: object }).res;
    if (response) this.keepResponse(response, accepted, needed);
  }

  /** The socket that a request opened, of a kind that nothing else is known about. */
  keepSocket(request: HttpRequest, accepted: Accepted, needed: Scope | null): void {
    if (this.raise(request, accepted, needed)) return;
    const { socket } = rawRequestOf(request);
    const access: OpenAccess = {
      clientId: accepted.access.clientId,
      presented: accepted.presented,
      needed: needed ?? 'READ',
      state: () => (socket.destroyed ? 'over' : 'open'),
      close: () => void socket.destroy(),
    };
    this.keep(request, access);
    socket.once('close', () => this.accesses.forget(access));
  }

  /** A client of a gateway. */
  keepClient(client: object, accepted: Accepted, needed: Scope): void {
    const access: OpenAccess = {
      clientId: accepted.access.clientId,
      presented: accepted.presented,
      needed,
      state: () => (isGone(client) ? 'over' : 'open'),
      close: (why) => closeClient(client, { status: 'error', ...why }, why.message),
    };
    this.keep(client, access);
    whenGone(client, () => this.accesses.forget(access));
  }

  /** Notes that something is used for more now, also before it is kept. Answers whether it is kept. */
  raise(key: object, { access }: Accepted, needed: Scope | null): boolean {
    const open = this.kept.get(key);
    if (!needed || !access.can(needed)) return open !== undefined;
    if (open) open.needed = higherOf(open.needed, needed);
    else this.wanted.set(key, higherOf(this.wanted.get(key) ?? needed, needed));
    return open !== undefined;
  }

  private keep(key: object, access: OpenAccess): void {
    access.needed = higherOf(access.needed, this.wanted.get(key) ?? access.needed);
    this.kept.set(key, access);
    this.accesses.keep(access);
  }
}

const higherOf = (one: Scope, other: Scope): Scope => (suffices(one, other) ? one : other);
