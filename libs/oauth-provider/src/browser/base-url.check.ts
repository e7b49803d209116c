import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { BaseUrl } from 'nestjs-drawbridge/host';
import { OAuthProviderOptions } from '../oauth-provider.options.js';

/** Refuses to boot where codes, tokens and secrets would cross a network in the clear. */
@Injectable()
export class BaseUrlCheck implements OnModuleInit {
  constructor(
    @Inject(BaseUrl) private readonly baseUrl: BaseUrl,
    @Inject(OAuthProviderOptions) private readonly options: OAuthProviderOptions,
  ) {}

  /** @throws Error that says what to change. */
  onModuleInit(): void {
    const problem = baseUrlProblem(this.baseUrl.get(), this.options);
    if (problem) throw new Error(`OAuthProviderModule: ${problem}`);
  }
}

/** Why a base URL cannot be used, or `null`. */
export function baseUrlProblem(
  baseUrl: string,
  options: Pick<OAuthProviderOptions, 'allowInsecureHttp'>,
): string | null {
  if (!URL.canParse(baseUrl))
    return `the base URL '${baseUrl}' is no URL. Give one such as https://wiki.example.com/wiki.`;
  const { protocol, search, hash } = new URL(baseUrl);
  if (baseUrl.endsWith('/') || search || hash) {
    return `the base URL ${baseUrl} ends with a slash, a query or a fragment. Leave that off.`;
  }
  if (protocol === 'https:' || (protocol === 'http:' && options.allowInsecureHttp)) return null;
  return `the base URL ${baseUrl} is not https. Serve the wiki over https, or set allowInsecureHttp while you develop.`;
}
