import { type Client } from '../clients/client.entity.js';
import { type Actor } from '../events/provider-event.js';
import { type FamilyRow, type FamilyRows } from '../families/family-rows.service.js';
import { type TokenAnswer } from '../families/token-answer.js';
import { type ParsedToken, type TokenKind } from '../tokens/token-format.js';
import { type FormParameters } from './form-parameters.js';

/** An authentic value that is to be redeemed. */
export class Redeemed {
  private reading: Promise<FamilyRow | null> | undefined;

  constructor(
    readonly value: string,
    readonly parsed: ParsedToken,
    private readonly rows: FamilyRows,
  ) {}

  /** Its family as it was after the value came, read once; `null` when there is none. */
  readonly row = (): Promise<FamilyRow | null> => (this.reading ??= this.rows.read(this.parsed.familyId));
}

/** A request to the token endpoint whose client is proven. */
export interface TokenRequest {
  readonly client: Client;
  readonly parameters: FormParameters;
  readonly actor: Actor;
  /** `null` where nothing was sent that this wiki made. */
  readonly redeemed: Redeemed | null;
  /** When it came, by `performance.now()`. */
  readonly since: number;
}

/** One grant type: from a checked request to a token answer. */
export interface TokenExchange {
  readonly grantType: string;
  /** The parameter with what is redeemed. */
  readonly redeems: { readonly parameter: string; readonly kind: TokenKind };
  /** @throws OAuthError that says the cause. */
  exchange(request: TokenRequest): Promise<TokenAnswer>;
}
