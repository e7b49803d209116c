import { type HttpRequest, isForm, queryPairs, rawQueryOf } from '../browser/http-exchange.js';
import { invalidRequest } from '../errors/oauth.error.js';

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

/** A name as it may stand in an `error_description` (RFC 6749 §5.2). */
function printable(name: string): string {
  return name.slice(0, 64).replace(/[^\x20-\x21\x23-\x5b\x5d-\x7e]/g, '?');
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

function requireForm(request: HttpRequest): void {
  if (isForm(request)) return;
  throw invalidRequest('Send the parameters as application/x-www-form-urlencoded in the body of the POST.');
}
