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
  constructor(@Inject(OAuthProviderOptions) private readonly options: OAuthProviderOptions) {}

  /** What may be set for a client. */
  get bounds(): LifetimeBounds {
    const { longestAccessTokenSeconds, longestRefreshTokenSeconds, longestFamilySeconds } = this.options;
    return {
      accessTokenSeconds: [1, longestAccessTokenSeconds],
      refreshTokenSeconds: [1, longestRefreshTokenSeconds],
      familySeconds: [60, longestFamilySeconds],
    };
  }

  /** What holds for clients with none of their own; `null` where there is no limit. */
  get general(): ClientLifetimes {
    const { accessTokenSeconds, refreshTokenSeconds, familySeconds = null } = this.options;
    return { accessTokenSeconds, refreshTokenSeconds, familySeconds };
  }

  /** What a client has of its own. A bound that the host lowered since caps it. */
  own(client: ClientLifetimes): ClientLifetimes {
    const { bounds } = this;
    const within = (name: LifetimeName) => {
      const seconds = client[name];
      return seconds === null ? null : Math.min(seconds, bounds[name][1]);
    };
    return {
      accessTokenSeconds: within('accessTokenSeconds'),
      refreshTokenSeconds: within('refreshTokenSeconds'),
      familySeconds: within('familySeconds'),
    };
  }

  /** What holds for a client; `Infinity` where there is no limit. A client that is gone has none of its own. */
  of(client: ClientLifetimes | null | undefined): Readonly<Record<LifetimeName, number>> {
    const own = client && this.own(client);
    const { general } = this;
    const holds = (name: LifetimeName): number => own?.[name] ?? general[name] ?? Infinity;
    return {
      accessTokenSeconds: holds('accessTokenSeconds'),
      refreshTokenSeconds: holds('refreshTokenSeconds'),
      familySeconds: holds('familySeconds'),
    };
  }
}
