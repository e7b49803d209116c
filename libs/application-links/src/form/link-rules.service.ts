import { Inject, Injectable } from '@nestjs/common';
import { type LifetimeBounds, Lifetimes, OAuthProviderOptions } from 'nestjs-drawbridge/oauth-provider';

/** What the host lays down for every link. */
@Injectable()
export class LinkRules {
  /** The host's development switch. */
  readonly allowInsecureHttp: boolean;
  readonly lifetimes: LifetimeBounds;

  constructor(@Inject(OAuthProviderOptions) options: OAuthProviderOptions, @Inject(Lifetimes) lifetimes: Lifetimes) {
    this.allowInsecureHttp = options.allowInsecureHttp;
    this.lifetimes = lifetimes.bounds;
  }
}
