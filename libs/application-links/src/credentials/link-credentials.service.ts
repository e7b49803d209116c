import { ConflictException, Inject, Injectable, NotFoundException } from '@nestjs/common';
import {
  Changes,
  type ClientSecret,
  ClientSecrets,
  phrased,
  type SecretUse,
  SecretUses,
  UsageRecorder,
} from 'nestjs-drawbridge/oauth-provider';
import { type Administrator } from '../administrators/administrator.js';
import { type ApplicationLink } from '../links/application-link.entity.js';
import { LinkLookup } from '../links/link-lookup.service.js';
import { say } from '../words/link-words.js';

/** The longest overlap of two secrets, in seconds: 90 days. */
export const longestOverlap = 7_776_000;

const secretId = /^[0-9a-f]{32}$/;

/** What an administrator copies into the external application. */
export interface Credentials {
  readonly link: ApplicationLink;
  /** The newest live secret; `null` for a public client, and when none is left. */
  readonly clientSecret: string | null;
  /** Every live secret, newest first. */
  readonly secrets: readonly ClientSecret[];
}

/** From where each of some secrets was used, by its id, the latest first. */
export type UsesOfSecrets = ReadonlyMap<string, readonly SecretUse[]>;

/** A secret that was just made. */
export interface NewSecret {
  readonly link: ApplicationLink;
  readonly record: ClientSecret;
  readonly secret: string;
}

/** The credentials of links: looking at them, giving a new secret, ending one. */
@Injectable()
export class LinkCredentials {
  constructor(
    @Inject(LinkLookup) private readonly lookup: LinkLookup,
    @Inject(Changes) private readonly changes: Changes,
    @Inject(ClientSecrets) private readonly clientSecrets: ClientSecrets,
    @Inject(SecretUses) private readonly secretUses: SecretUses,
    @Inject(UsageRecorder) private readonly recorder: UsageRecorder,
  ) {}

  /**
   * Shows the credentials; that somebody looked is written down first.
   *
   * @throws NotFoundException, and ConflictException when the key that encrypted the secret is gone
   */
  async view(by: Administrator, id: string): Promise<Credentials> {
    const link = await this.lookup.find(id);
    const secrets = await this.secrets(id);
    const [newest] = secrets;
    const clientSecret = newest ? this.reveal(newest) : null;
    await this.changes.make(by.actor, async (change) => {
      change.record({ type: 'credentials.viewed', clientId: link.clientId, details: {} });
    });
    return { link, clientSecret, secrets };
  }

  /**
   * The newest live secret, for use by the wiki itself and not to be shown; `null` for a public client, and when none is left.
   *
   * @throws ConflictException when the key that encrypted it is gone
   */
  async newest({ clientId }: ApplicationLink): Promise<string | null> {
    const [newest] = await this.clientSecrets.live(clientId);
    return newest ? this.reveal(newest) : null;
  }

  /** The secrets an application may use now, newest first, without showing them. @throws NotFoundException */
  async secrets(id: string): Promise<readonly ClientSecret[]> {
    const { clientId } = await this.lookup.find(id);
    await this.recorder.write(); // when they were used last
    return this.clientSecrets.live(clientId);
  }

  /** From where secrets were used up to now. */
  async usesOf(secrets: readonly ClientSecret[]): Promise<UsesOfSecrets> {
    await this.recorder.write();
    return this.secretUses.of(secrets.map(({ id }) => id));
  }

  /**
   * Gives the application a new secret. The old ones work on for `overlapSeconds`, 0 to {@link longestOverlap}.
   *
   * @throws NotFoundException, and ConflictException for a public client, which has no secret
   */
  async createSecret(by: Administrator, id: string, overlapSeconds: number): Promise<NewSecret> {
    const link = await this.lookup.find(id);
    if (link.client.type === 'public') throw phrased(ConflictException, say('secrets.none.public'));
    const made = await this.changes.make(by.actor, async (change) => {
      const created = await this.clientSecrets.create(change, link.clientId);
      await this.clientSecrets.endOthers(change, created.record, change.now + overlapSeconds * 1000);
      const details = { secretId: created.record.id, overlapSeconds };
      change.record({ type: 'secret.created', clientId: link.clientId, details });
      return created;
    });
    return { link, ...made };
  }

  /** Ends one secret at once. @throws NotFoundException when the link has none with this id */
  async removeSecret(by: Administrator, id: string, ended: string): Promise<void> {
    const { clientId } = await this.lookup.find(id);
    await this.changes.make(by.actor, async (change) => {
      const wasThere = secretId.test(ended) && (await this.clientSecrets.remove(change, clientId, ended));
      if (!wasThere) throw phrased(NotFoundException, say('endSecret.none'));
      change.record({ type: 'secret.ended', clientId, details: { secretId: ended } });
    });
  }

  private reveal(record: ClientSecret): string {
    try {
      return this.clientSecrets.reveal(record);
    } catch {
      throw phrased(ConflictException, say('secret.keyMissing'));
    }
  }
}
