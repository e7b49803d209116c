import { Injectable, Logger } from '@nestjs/common';
import { OnProviderEvent, type ProviderEvent } from 'nestjs-drawbridge/oauth-provider';

type Theft = 'family.ended.code-replayed' | 'family.ended.refresh-replayed';

/** Tells operators, in the log, when a code or a refresh token was used twice: it may have been stolen. */
@Injectable()
export class TokenTheftWarnings {
  private readonly logger = new Logger(TokenTheftWarnings.name);

  @OnProviderEvent('family.ended.code-replayed', 'family.ended.refresh-replayed')
  warn({ type, clientId, userId, address, details }: ProviderEvent<Theft>): void {
    const what = type === 'family.ended.code-replayed' ? 'An authorization code' : 'A refresh token';
    this.logger.warn(
      `${what} of application ${String(clientId)} came a second time, from ${address ?? 'an unknown address'}. It may have been stolen: ` +
        `the sign-in of person ${String(userId)} with ${details.scopes.join(' ')} was ended.`,
    );
  }
}
