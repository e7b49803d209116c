import {
  type ExecutionContext,
  HttpException,
  Inject,
  Injectable,
  Logger,
  type OnModuleInit,
  type Type,
} from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import {
  type Access,
  InsufficientScopeException,
  Limits,
  noteHandshake,
  OperationMap,
  Refusals,
  ScopesGuard,
  type Shortfall,
  shortfallOf,
} from 'nestjs-drawbridge/scopes';
import { BearerAdmission } from '../bearer/bearer-admission.service.js';
import { BearerGuard } from '../bearer/bearer.guard.js';
import { type HttpRequest, rawQueryOf } from '../browser/http-exchange.js';
import { traceOf } from '../errors/trace.js';
import { OpenCalls } from '../open/open-calls.service.js';
import { closeClient } from '../open/socket-client.js';
import { type Doorkeeper, keepDoorOf, takeDoorOf } from './gateway-door.js';

/**
 * Judges who connects to a gateway, before the gateway hears of it, and sees that its messages are guarded. Connections
 * without a token reach the gateway as if this was not there.
 */
@Injectable()
export class GatewayConnections implements OnModuleInit, Doorkeeper {
  private readonly logger = new Logger(GatewayConnections.name);
  private readonly admissions = new WeakMap<object, Promise<boolean>>();

  constructor(
    @Inject(OperationMap) private readonly operations: OperationMap,
    @Inject(ModulesContainer) private readonly modules: ModulesContainer,
    @Inject(BearerAdmission) private readonly admission: BearerAdmission,
    @Inject(OpenCalls) private readonly open: OpenCalls,
    @Inject(Refusals) private readonly refusals: Refusals,
    @Inject(Limits) private readonly limits: Limits,
    @Inject(BearerGuard) private readonly bearerGuard: BearerGuard,
    @Inject(ScopesGuard) private readonly scopesGuard: ScopesGuard,
  ) {
    // Gateways are bound to their servers before any hook of the application runs.
    for (const gateway of operations.gateways()) keepDoorOf(gateway);
  }

  onModuleInit(): void {
    const gateways = this.operations.gateways();
    for (const gateway of gateways) takeDoorOf(gateway, this);
    for (const { providers } of this.modules.values())
      for (const { instance, metatype } of providers.values())
        if (instance && gateways.includes(metatype as Type)) takeDoorOf(instance, this);
  }

  async mayEnter(gateway: Type, client: object, handshake: object | undefined): Promise<boolean> {
    if (!(await this.admitted(gateway, client, handshake))) return false;
    return !this.admissions.has(client) || this.operations.isOpen(gateway);
  }

  comesWithToken(client: object, handshake: object | undefined): boolean {
    const request = (handshake ?? (client as { readonly request?: object }).request) as HttpRequest | undefined;
    if (!request || !('headers' in request)) return false;
    noteHandshake(client, request);
    return this.admission.carriesBearer(request) || new URLSearchParams(rawQueryOf(request)).has('access_token');
  }

  async guard(context: ExecutionContext): Promise<boolean> {
    return (await this.bearerGuard.canActivate(context)) && this.scopesGuard.canActivate(context);
  }

  /** Judged once for a connection, however many gateways hear of it. */
  private admitted(gateway: Type, client: object, handshake: object | undefined): Promise<boolean> {
    const admission = this.admissions.get(client) ?? this.admit(gateway, client, handshake);
    this.admissions.set(client, admission);
    return admission;
  }

  private async admit(gateway: Type, client: object, handshake: object | undefined): Promise<boolean> {
    const request = (handshake ?? (client as { readonly request?: object }).request) as HttpRequest;
    try {
      const route = this.operations.connectionName(gateway);
      const accepted = await this.admission.admit(request, route, client);
      if (!accepted) return true;
      const needed = this.operations.connectionScope(gateway);
      const { access } = accepted;
      this.refuseFor(shortfallOf(access, needed), access, route);
      this.open.keepClient(client, accepted, needed ?? 'READ'); // first: the limits may change while the host is asked
      const limit = await this.limits.shortfallOf(access, { kind: 'connection', context: null, request });
      this.refuseFor(limit, access, route);
      return true;
    } catch (error) {
      this.turnAway(client, error);
      return false;
    }
  }

  private refuseFor(shortfall: Shortfall | null, access: Access, route: string): void {
    if (!shortfall) return;
    this.refusals.tell(access, shortfall, route);
    throw new InsufficientScopeException(shortfall);
  }

  private turnAway(client: object, error: unknown): void {
    if (!(error instanceof HttpException)) this.logger.error(`A connection could not be judged. ${traceOf(error)}`);
    const body = error instanceof HttpException ? (error.getResponse() as { readonly message: string }) : unknownError;
    closeClient(client, { status: 'error', ...body }, body.message);
  }
}

const unknownError = { statusCode: 500, message: 'Internal server error' };
