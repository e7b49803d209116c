import { Inject, Injectable } from '@nestjs/common';
import { Clock } from 'nestjs-drawbridge/host';
import { Lifetimes } from 'nestjs-drawbridge/oauth-provider';
import { LinkCredentials } from '../credentials/link-credentials.service.js';
import { type ApplicationLink } from '../links/application-link.entity.js';
import { type Rotation, rotationOf } from './rotation.js';

/** Finds out how far an application has come from one secret to the next. */
@Injectable()
export class Rotations {
  constructor(
    @Inject(LinkCredentials) private readonly credentials: LinkCredentials,
    @Inject(Lifetimes) private readonly lifetimes: Lifetimes,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** `null` for a public application, which has no secret. @throws NotFoundException */
  async of({ id, client }: ApplicationLink): Promise<Rotation | null> {
    if (client.type === 'public') return null;
    const secrets = await this.credentials.secrets(id);
    const uses = await this.credentials.usesOf(secrets);
    const used = secrets.map((secret) => ({ secret, uses: uses.get(secret.id) ?? [] }));
    const quietSeconds = this.lifetimes.of(client).accessTokenSeconds;
    return rotationOf(used, { quietSeconds, linkedAt: client.createdAt }, this.clock.now());
  }
}
