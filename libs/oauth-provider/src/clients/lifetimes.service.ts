import { Inject, Injectable } from '@nestjs/common';
import { OAuthProviderOptions } from '../oauth-provider.options.js';
import { type Client } from './client.entity.js';

/** The lifetimes a client may have of its own. */
export const lifetimeNames = ['accessTokenSeconds', 'refreshTokenSeconds', 'familySeconds'] as const;

/** One of them. */
export type LifetimeName = (typeof lifetimeNames)[number];

/** Lifetimes in seconds; `null` where the host's general one holds. */
export type ClientLifetimes = Pick<Client, LifetimeName>;

/** For each, the shortest and the longest a client may be given, in seconds, and both may be given. */
export type LifetimeBounds = Readonly<Record<LifetimeName, readonly [least: number, most: number]>>;

/** Knows how long what a client gets lasts: the host's general lifetimes, and the client's own within the host's bounds. */
@Injectable()
export class Lifetimes {
  /** What may be set for a client. */
  readonly bounds: LifetimeBounds;
  /** What holds for clients with none of their own; `null` where there is no limit. */
  readonly general: ClientLifetimes;

  constructor(@Inject(OAuthProviderOptions) options: OAuthProviderOptions) {
    const { longestAccessTokenSeconds, longestRefreshTokenSeconds, longestFamilySeconds } = options;
    this.bounds = {
      accessTokenSeconds: [1, longestAccessTokenSeconds],
      refreshTokenSeconds: [1, longestRefreshTokenSeconds],
      familySeconds: [60, longestFamilySeconds],
    };
    const { accessTokenSeconds, refreshTokenSeconds, familySeconds = null } = options;
    this.general = { accessTokenSeconds, refreshTokenSeconds, familySeconds };
  }

  /** What a client has of its own. A bound that the host lowered since caps it. */
  own(client: ClientLifetimes): ClientLifetimes {
    return {
      accessTokenSeconds: this.within('accessTokenSeconds', client),
      refreshTokenSeconds: this.within('refreshTokenSeconds', client),
      familySeconds: this.within('familySeconds', client),
    };
  }

  /** What holds for a client; `Infinity` where there is no limit. A client that is gone has none of its own. */
  of(client: ClientLifetimes | null | undefined): Readonly<Record<LifetimeName, number>> {
    return {
      accessTokenSeconds: this.holding('accessTokenSeconds', client),
      refreshTokenSeconds: this.holding('refreshTokenSeconds', client),
      familySeconds: this.holding('familySeconds', client),
    };
  }

  private within(name: LifetimeName, client: ClientLifetimes): number | null {
    const seconds = client[name];
    return seconds === null ? null : Math.min(seconds, this.bounds[name][1]);
  }

  private holding(name: LifetimeName, client: ClientLifetimes | null | undefined): number {
    return (client && this.within(name, client)) ?? this.general[name] ?? Infinity;
  }
}
