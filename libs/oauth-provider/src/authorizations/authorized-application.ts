import { type Scope } from 'nestjs-drawbridge/scopes';

/** One application a person let in, as their page shows it. Moments are in milliseconds since 1970. */
export interface AuthorizedApplication {
  readonly grantId: string;
  readonly name: string;
  /** Whether an administrator lets it in. */
  readonly enabled: boolean;
  /** The highest it may use now; `null` for nothing. */
  readonly scope: Scope | null;
  /** The highest that the person gave. */
  readonly given: Scope | null;
  readonly since: number;
  readonly lastUsedAt: number | null;
  /** For how many days it was not used, where that is so long that it may not be needed any more; else `null`. */
  readonly idleDays: number | null;
  /** Until when the person's yes is remembered; `null` when they are asked every time. */
  readonly rememberedUntil: number | null;
  /** Lets the person revoke it. */
  readonly ticket: string;
}
