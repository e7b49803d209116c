import {
  Controller,
  Delete,
  ForbiddenException,
  Get,
  Header,
  HttpCode,
  Inject,
  NotFoundException,
  Param,
  Req,
  UnauthorizedException,
} from '@nestjs/common';
import { CurrentUser, GuardsItself, type SignedInPerson } from 'nestjs-drawbridge/host';
import { ClosedToApplications } from 'nestjs-drawbridge/scopes';
import { Forms } from '../browser/forms.service.js';
import { addressOf, type HttpRequest } from '../browser/http-exchange.js';
import { Changes } from '../events/changes.service.js';
import { Grants } from '../grants/grants.service.js';
import { paths } from '../paths.js';

/** A person's own authorized applications, as JSON; session only. */
@Controller(paths.authorizations)
@GuardsItself()
@ClosedToApplications()
export class AuthorizationsController {
  constructor(
    @Inject(Grants) private readonly grants: Grants,
    @Inject(Changes) private readonly changes: Changes,
    @Inject(CurrentUser) private readonly currentUser: CurrentUser,
    @Inject(Forms) private readonly forms: Forms,
  ) {}

  @Get()
  @Header('Cache-Control', 'no-store')
  async list(@Req() request: HttpRequest) {
    const { userId } = await this.person(request);
    const given = await this.grants.ofPerson(userId);
    const results = given.map(({ grant, client, rememberedUntil }) => ({
      id: grant.id,
      clientId: client.id,
      name: client.name,
      enabled: client.enabled,
      scopes: grant.scopes,
      createdAt: new Date(grant.createdAt).toISOString(),
      lastUsedAt: grant.lastUsedAt === null ? null : new Date(grant.lastUsedAt).toISOString(),
      rememberedUntil: rememberedUntil === null ? null : new Date(rememberedUntil).toISOString(),
    }));
    return { results, start: 0, limit: results.length, size: results.length };
  }

  @Delete(':id')
  @HttpCode(204)
  async withdraw(@Req() request: HttpRequest, @Param('id') id: string): Promise<void> {
    const person = await this.person(request);
    if (await this.forms.sessionRefusal(request, person)) {
      throw new ForbiddenException('Send the X-CSRF-Token that the wiki put into its pages for this session.');
    }
    const actor = { userId: person.userId, address: addressOf(request) };
    const own = { id, userId: person.userId };
    const done =
      /^[0-9a-f]{32}$/.test(id) && (await this.changes.make(actor, (change) => this.grants.withdraw(change, own)));
    if (!done) throw new NotFoundException('You have no authorization with this id.');
  }

  private async person(request: HttpRequest): Promise<SignedInPerson> {
    const person = await this.currentUser.of(request);
    if (!person) throw new UnauthorizedException('Sign in to the wiki first.');
    return person;
  }
}
