import { headerOf, type HttpRequest, isForm, queryPairs, rawQueryOf } from '../browser/http-exchange.js';
import { invalidRequest, printable } from '../errors/oauth.error.js';
import { formOnly, isEncoded, noEncoding, utf8Only } from '../errors/unreadable-request.js';

const secretNames = ['client_secret', 'code', 'code_verifier', 'refresh_token', 'token'];

/** Parameters of a request, each sent once. An empty one counts as not sent (RFC 6749 §3.1, §3.2). */
export class FormParameters {
  private constructor(private readonly values: ReadonlyMap<string, string>) {}

  /** @throws OAuthError `invalid_request` naming a parameter that was sent repeatedly or is no text. */
  static fromBody(body: unknown): FormParameters {
    if (typeof body !== 'object' || body === null) return new FormParameters(new Map());
    const values = new Map<string, string>();
    for (const [name, value] of Object.entries(body)) {
      if (typeof value !== 'string')
        throw invalidRequest(`The parameter ${printable(name)} must be sent once, as text.`);
      values.set(name, value);
    }
    return new FormParameters(values);
  }

  /** @throws OAuthError `invalid_request` naming a parameter that was sent repeatedly. */
  static fromQuery(query: string): FormParameters {
    const values = new Map<string, string>();
    for (const [name, value] of queryPairs(query)) {
      if (values.has(name)) throw invalidRequest(`The parameter ${printable(name)} was sent more than once.`);
      values.set(name, value);
    }
    return new FormParameters(values);
  }

  /** @throws OAuthError `invalid_request` naming a parameter that stands in both. */
  and(others: FormParameters): FormParameters {
    for (const name of others.values.keys()) {
      if (this.values.has(name)) throw invalidRequest(`The parameter ${printable(name)} was sent more than once.`);
    }
    return new FormParameters(new Map([...this.values, ...others.values]));
  }

  /** The value, or `undefined` when it was not sent or sent empty. */
  get(name: string): string | undefined {
    return this.values.get(name) || undefined;
  }

  /** @throws OAuthError `invalid_request` when it was not sent. */
  require(name: string): string {
    const value = this.get(name);
    if (value === undefined) throw invalidRequest(`The parameter ${name} is missing.`);
    return value;
  }
}

/**
 * The parameters of a request that an application posts (RFC 6749 appendix B).
 *
 * @throws OAuthError `invalid_request` when it is no form, or when a secret stands in the address
 */
export function readForm(request: HttpRequest): FormParameters {
  const inQuery = queryPairs(rawQueryOf(request));
  const leaked = secretNames.find((name) => inQuery.has(name));
  if (leaked) throw invalidRequest(`Send ${leaked} in the body: addresses end up in logs. Treat it as leaked.`);
  requireForm(request);
  return FormParameters.fromBody(request.body);
}

/**
 * The same for hosts that take secrets from the address: address and body together, each parameter in one of them.
 *
 * @throws OAuthError `invalid_request` when it is no form, or naming a parameter that was sent repeatedly
 */
export function readFormAndQuery(request: HttpRequest): FormParameters {
  requireForm(request);
  return FormParameters.fromQuery(rawQueryOf(request)).and(FormParameters.fromBody(request.body));
}

/** @throws OAuthError `invalid_request` when the body of a request is no form that can be read */
export function requireForm(request: HttpRequest): void {
  if (!isForm(request)) throw invalidRequest(formOnly);
  // Fastify reads every form as UTF-8, whatever it says; on the wire a form of the others here is ASCII.
  const charset = /;\s*charset="?([^";\s]*)/i.exec(headerOf(request, 'content-type') ?? '')?.[1];
  if (charset !== undefined && !/^(utf-?8|us-ascii|iso-8859-1)$/i.test(charset)) throw invalidRequest(utf8Only);
  // It does not decompress either: what comes of that has no readable names.
  if (isEncoded(request) && /[^\x20-\x7e]/.test(Object.keys(request.body ?? {}).join('')))
    throw invalidRequest(noEncoding);
}
