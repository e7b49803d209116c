import { Get, Inject, NotFoundException, Param, Post, Req, Res } from '@nestjs/common';
import {
  type ClientSecret,
  type HttpRequest,
  type HttpResponse,
  type Phrase,
  phrased,
} from 'nestjs-drawbridge/oauth-provider';
import { administratorOf } from '../administrators/administrator.js';
import { AdministratorPages } from '../administrators/administrator-pages.decorator.js';
import { LinkCredentials } from '../credentials/link-credentials.service.js';
import { LinkLookup } from '../links/link-lookup.service.js';
import { paths } from '../paths.js';
import { linkWords, say } from '../words/link-words.js';
import { Confirmations, type Question } from './confirmations.service.js';
import { LinkAddresses } from './link-addresses.service.js';

/** Asks before one secret is ended, and does it. */
@AdministratorPages(`${paths.pages}/:id/secrets/:secretId/end`)
export class EndSecretPagesController {
  constructor(
    @Inject(LinkLookup) private readonly lookup: LinkLookup,
    @Inject(LinkCredentials) private readonly credentials: LinkCredentials,
    @Inject(LinkAddresses) private readonly addresses: LinkAddresses,
    @Inject(Confirmations) private readonly confirmations: Confirmations,
  ) {}

  @Get()
  async ask(
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) response: HttpResponse,
    @Param('id') id: string,
    @Param('secretId') secretId: string,
  ): Promise<string> {
    return this.confirmations.ask(request, response, await this.question(id, secretId));
  }

  @Post()
  async end(
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) response: HttpResponse,
    @Param('id') id: string,
    @Param('secretId') secretId: string,
  ): Promise<string> {
    return this.confirmations.answer(request, response, await this.question(id, secretId), async () => {
      await this.credentials.removeSecret(administratorOf(request), id, secretId);
      return this.addresses.page(id, 'secrets', { done: 'secretEnded' });
    });
  }

  private async question(id: string, secretId: string): Promise<Question> {
    const { client } = await this.lookup.find(id);
    const secrets = await this.credentials.secrets(id);
    const ending = secrets.find((secret) => secret.id === secretId);
    if (!ending) throw phrased(NotFoundException, say('endSecret.ended'));
    const users = (await this.credentials.usesOf([ending])).get(secretId) ?? [];
    return {
      title: say('endSecret.title', { name: client.name }),
      sentences: [
        say('endSecret.what'),
        lastUse(ending.lastUsedAt, users.length),
        afterwards(secrets.filter((secret) => secret !== ending)),
      ],
      button: say('endSecret.button'),
      isDangerous: true,
      link: { id, name: client.name },
      action: this.addresses.endSecret(id, secretId),
      cancel: this.addresses.page(id, 'secrets'),
      subject: { purpose: 'secret-end', shown: [id, secretId, secrets.length.toString()] },
    };
  }
}

/** How the application fares with the secrets that are left. */
function afterwards(others: readonly ClientSecret[]): Phrase {
  if (others.length === 0) return say('endSecret.last');
  return say(others.every(({ lastUsedAt }) => lastUsedAt === null) ? 'endSecret.otherUnused' : 'endSecret.other');
}

/** Who is turned away when it ends, as far as that is known. */
function lastUse(at: number | null, sources: number): Phrase {
  if (at === null) return say('endSecret.neverUsed');
  return (reader) => reader.text(linkWords, 'endSecret.lastUsed', { at: reader.minute(at), count: sources });
}
