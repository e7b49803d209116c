import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { mapListing } from '../database/listing.js';
import { NamePipe } from '../http/name.pipe.js';
import { type SignedInUser } from '../people/signed-in-user.js';
import { NeedsLevel } from '../sessions/needs-level.decorator.js';
import { SignedIn } from '../sessions/signed-in.decorator.js';
import { SpacesService } from '../spaces/spaces.service.js';
import { checked } from './checked.js';
import { Links } from './links.js';
import { SpacePresenter } from './space.presenter.js';
import { NewSpaceBody, SpaceBody, SpaceQuery } from './space.requests.js';

/** Spaces. */
@Controller('rest/api/space')
export class SpaceController {
  constructor(
    private readonly spaces: SpacesService,
    private readonly presenter: SpacePresenter,
    private readonly links: Links,
  ) {}

  @Get()
  async list(@Query(checked) query: SpaceQuery) {
    const keys = query.type === 'personal' ? [] : query.spaceKey;
    const listing = mapListing(await this.spaces.list(query.slice(), keys), (space) => this.presenter.show(space));
    return this.links.list(listing, '/rest/api/space', { type: query.type });
  }

  @Get(':key')
  async one(@Param('key', NamePipe) key: string) {
    return this.presenter.show(await this.spaces.byKey(key));
  }

  @Post()
  @HttpCode(200)
  @NeedsLevel('WRITE')
  async create(@Body(checked) { key, name, description }: NewSpaceBody, @SignedIn() user: SignedInUser) {
    const space = await this.spaces.create({ key, name, description: description?.plain?.value }, user);
    return this.presenter.show(space);
  }

  @Put(':key')
  @NeedsLevel('WRITE')
  async update(@Param('key', NamePipe) key: string, @Body(checked) body: SpaceBody, @SignedIn() user: SignedInUser) {
    const change = { name: body.name, description: body.description?.plain?.value };
    return this.presenter.show(await this.spaces.update(key, change, user));
  }

  @Delete(':key')
  @HttpCode(204)
  @NeedsLevel('WRITE')
  async remove(@Param('key', NamePipe) key: string, @SignedIn() user: SignedInUser) {
    await this.spaces.remove(key, user);
  }
}
