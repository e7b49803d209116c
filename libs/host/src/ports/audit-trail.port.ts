/** Something that happened to a link, an authorization or a token. Never holds a secret, a code or a token. */
export interface AuditEvent {
  /** A stable name such as `link.created` or `token.reuse-detected`. */
  readonly type: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The person who did it; `null` when an application or the system did. */
  readonly actorId: string | null;
  /** The client id of the application concerned. */
  readonly clientId: string | null;
  /** The person whose authorization is concerned. */
  readonly userId: string | null;
  /** The network address it came from, where there was one. */
  readonly address: string | null;
  /** What changed, before and after; scopes; redirect URI. Plain JSON. */
  readonly details: Readonly<Record<string, unknown>>;
}

/**
 * A second place that hears of every event, for instance the host's own audit log. Ours is kept in any case, in the
 * table that the administrators' pages read. Default: none.
 */
export abstract class AuditTrail {
  /** Writes one event. A failure is logged and changes nothing else. */
  abstract write(event: AuditEvent): Promise<void>;
}
