import { type SignedInUser } from '../people/signed-in-user.js';

/** A session as a request carries it. */
export interface OpenSession {
  /** The digest that names the session in the database. Not shown, not logged. */
  readonly id: string;
  readonly personId: string;
  /** What the forms of this session carry in the hidden field `csrfToken`. */
  readonly csrfToken: string;
}

/** What the wiki reads of a request, on Express and on Fastify alike. */
export interface WikiRequest {
  readonly method: string;
  readonly url: string;
  readonly originalUrl?: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body?: unknown;
  /** The caller's address, behind trusted proxies too. */
  readonly ip?: string;
  /** Whom the request acts for: set by the session, or by an authentication that ran before it. */
  user?: SignedInUser;
  /** The session the request came with; absent when it is not the session that says who calls. */
  wikiSession?: OpenSession;
}

/** The path and query as the client wrote them, context path included. */
export const addressOf = (request: WikiRequest): string => request.originalUrl ?? request.url;

/** Whether a request shows an access token: then no session counts. */
export const carriesToken = ({ headers }: WikiRequest): boolean =>
  /^\s*bearer(\s|$)/i.test(typeof headers.authorization === 'string' ? headers.authorization : '');

/** Whether a request asks the wiki's REST rather than its pages: below `/rest/`, after the context path. */
export const isRest = (request: WikiRequest, contextPath = ''): boolean =>
  addressOf(request).startsWith(`${contextPath}/rest/`);
