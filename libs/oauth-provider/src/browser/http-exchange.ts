/** What Express' and Fastify's requests have in common. */
export interface HttpRequest {
  readonly method: string;
  readonly url: string;
  /** Express keeps the whole path here when it is mounted below one; Fastify too. */
  readonly originalUrl?: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly ip?: string;
  readonly body?: unknown;
}

/** What Express' response and Fastify's reply have in common. */
export interface HttpResponse {
  header(name: string, value: string): unknown;
  status(code: number): unknown;
  /** Express only. */
  append?(name: string, value: string): unknown;
}

/** One header; where it came several times, all of it joined as HTTP allows. */
export function headerOf(request: Pick<HttpRequest, 'headers'>, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(', ') : value;
}

/** The network address, as the platform believes it after its own proxy settings; at most 64 characters. */
export function addressOf(request: HttpRequest): string | null {
  return request.ip?.slice(0, 64) ?? null;
}

/** Who sends a request, as far as the network says. */
export interface Sender {
  /** See {@link addressOf}. */
  readonly address: string | null;
  /** What the program calls itself (`User-Agent`). */
  readonly agent?: string | undefined;
  /** Who tries a link, where the wiki itself asks in an application's place: that is neither a use nor the application's doing. */
  readonly triedBy?: string | undefined;
}

/** Says on a request that the wiki makes of itself whose trial it is. A symbol, so that none from the network can say so. */
export const ofTrial = Symbol('of a trial');

/** The sender of a request. */
export function senderOf(request: HttpRequest & { readonly [ofTrial]?: string }): Sender {
  return { address: addressOf(request), agent: headerOf(request, 'user-agent'), triedBy: request[ofTrial] };
}

/** The part of the URL behind `?`, as it was sent. */
export function rawQueryOf(request: HttpRequest): string {
  const url = request.originalUrl ?? request.url;
  const mark = url.indexOf('?');
  return mark < 0 ? '' : url.slice(mark + 1);
}

/** The decoded pairs of a query. A second `?` belongs to the first name, as everywhere else in a URL. */
export function queryPairs(query: string): URLSearchParams {
  return new URLSearchParams(`?${query}`);
}

/** Whether the body was sent as a form (RFC 6749 appendix B). */
export function isForm(request: HttpRequest): boolean {
  const [type] = headerOf(request, 'content-type')?.split(';', 1) ?? [];
  return type?.trim().toLowerCase() === 'application/x-www-form-urlencoded';
}

/** Whether a form has a field, however often and as whatever it was sent. */
export function hasField(body: unknown, name: string): boolean {
  return typeof body === 'object' && body !== null && Object.hasOwn(body, name);
}

/** A form's field, when it was sent once and as text. */
export function fieldOf(body: unknown, name: string): string | undefined {
  if (!hasField(body, name)) return undefined;
  const value = (body as Record<string, unknown>)[name];
  return typeof value === 'string' ? value : undefined;
}
