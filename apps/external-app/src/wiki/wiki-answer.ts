import type { WWWAuthenticateChallenge } from 'openid-client';
import { parseJson, textAt } from './json.js';

/** What the wiki's API answered, good or bad, with the bearer challenge taken apart (RFC 6750 §3). */
export class WikiAnswer {
  readonly json: unknown;

  constructor(
    readonly status: number,
    readonly text: string,
    private readonly challenges: readonly WWWAuthenticateChallenge[] = [],
  ) {
    this.json = parseJson(text);
  }

  get isGood(): boolean {
    return this.status >= 200 && this.status < 300;
  }

  /** The API no longer knows our access token. A 401 without any error code means the same to a bearer. */
  get isInvalidToken(): boolean {
    return this.status === 401 && (this.error ?? 'invalid_token') === 'invalid_token';
  }

  /** Error code of the challenge, else of the body. */
  get error(): string | undefined {
    return this.challenge?.error ?? textAt(this.json, 'error');
  }

  get description(): string | undefined {
    return this.challenge?.error_description;
  }

  /** The permission that was missing. */
  get missingScope(): string | undefined {
    return this.challenge?.scope;
  }

  get message(): string | undefined {
    return textAt(this.json, 'message');
  }

  /** Everything the wiki said about a refusal, in one line. */
  get saying(): string {
    const words = this.message ?? this.description;
    return [`HTTP ${this.status}`, this.error, words].filter(Boolean).join(' · ');
  }

  private get challenge() {
    return this.challenges.find(({ scheme }) => scheme === 'bearer')?.parameters;
  }
}
