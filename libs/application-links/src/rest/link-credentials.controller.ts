import {
  BadRequestException,
  Body,
  Controller,
  Delete,
  Get,
  Header,
  HttpCode,
  Inject,
  Param,
  Post,
  Req,
  UseGuards,
} from '@nestjs/common';
import { GuardsItself } from 'nestjs-drawbridge/host';
import { type ClientSecret } from 'nestjs-drawbridge/oauth-provider';
import { ClosedToApplications, RequireScope } from 'nestjs-drawbridge/scopes';
import { administratorOf } from '../administrators/administrator.js';
import { AdministratorGuard } from '../administrators/administrator.guard.js';
import { LinkCredentials, longestOverlap } from '../credentials/link-credentials.service.js';
import { paths } from '../paths.js';
import { secretJson } from './link-json.js';

/** The credentials of a link and its secrets, as JSON. */
@Controller(`${paths.rest}/links/:id`)
@GuardsItself()
@RequireScope('SYSTEM_ADMIN')
@UseGuards(AdministratorGuard)
export class LinkCredentialsController {
  constructor(@Inject(LinkCredentials) private readonly credentials: LinkCredentials) {}

  @Get('credentials')
  @ClosedToApplications()
  @Header('Cache-Control', 'no-store')
  async view(@Req() request: object, @Param('id') id: string) {
    const { link, clientSecret, secrets } = await this.credentials.view(administratorOf(request), id);
    const { redirectUris, scopes } = link.client;
    return { clientId: link.clientId, clientSecret, redirectUris, scopes, secrets: await this.listed(secrets) };
  }

  /** The secrets without what they are: how old, how long still, who uses them. */
  @Get('secrets')
  async list(@Param('id') id: string) {
    return { results: await this.listed(await this.credentials.secrets(id)) };
  }

  /** An application may renew any link's secret, but learns only its own. */
  @Post('secrets')
  @Header('Cache-Control', 'no-store')
  async create(@Req() request: object, @Param('id') id: string, @Body() body: unknown) {
    const by = administratorOf(request);
    const { link, record, secret } = await this.credentials.createSecret(by, id, overlapIn(body));
    const maySee = by.clientId === null || by.clientId === link.clientId;
    return { ...secretJson(record), ...(maySee ? { clientSecret: secret } : {}) };
  }

  @Delete('secrets/:secretId')
  @HttpCode(204)
  async remove(@Req() request: object, @Param('id') id: string, @Param('secretId') secretId: string): Promise<void> {
    await this.credentials.removeSecret(administratorOf(request), id, secretId);
  }

  private async listed(secrets: readonly ClientSecret[]) {
    const uses = await this.credentials.usesOf(secrets);
    return secrets.map((secret) => secretJson(secret, uses.get(secret.id)));
  }
}

function overlapIn(body: unknown): number {
  const given = (body as { readonly overlapSeconds?: unknown } | null | undefined)?.overlapSeconds ?? 0;
  if (Number.isSafeInteger(given) && Number(given) >= 0 && Number(given) <= longestOverlap) return Number(given);
  const message = `overlapSeconds is a whole number from 0 to ${longestOverlap.toString()}.`;
  const errors = [{ field: 'overlapSeconds', message }];
  throw new BadRequestException({ statusCode: 400, error: 'Bad Request', message, errors });
}
