import { Controller, Delete, Get, HttpCode, Param, Put, Query } from '@nestjs/common';
import { mapListing } from '../database/listing.js';
import { type Group } from '../groups/group.entity.js';
import { GroupsService } from '../groups/groups.service.js';
import { NamePipe } from '../http/name.pipe.js';
import { type SignedInUser } from '../people/signed-in-user.js';
import { NeedsLevel } from '../sessions/needs-level.decorator.js';
import { SignedIn } from '../sessions/signed-in.decorator.js';
import { checked } from './checked.js';
import { GroupPresenter } from './group.presenter.js';
import { Links } from './links.js';
import { SliceQuery } from './slice.query.js';
import { UserPresenter } from './user.presenter.js';

/** Groups and who is in them. */
@Controller('rest/api')
export class GroupController {
  constructor(
    private readonly groups: GroupsService,
    private readonly presenter: GroupPresenter,
    private readonly users: UserPresenter,
    private readonly links: Links,
  ) {}

  @Get('group')
  async list(@Query(checked) query: SliceQuery) {
    const listing = mapListing(await this.groups.list(query.slice(200)), (group: Group) => this.presenter.show(group));
    return this.links.list(listing, '/rest/api/group');
  }

  @Get('group/:name/member')
  async members(@Param('name', NamePipe) name: string, @Query(checked) query: SliceQuery) {
    const members = await this.groups.members(name, query.slice(200));
    const listing = mapListing(members, (person) => this.users.show(person));
    return this.links.list(listing, `/rest/api/group/${encodeURIComponent(name)}/member`);
  }

  @Put('user/:username/group/:name')
  @HttpCode(204)
  @NeedsLevel('ADMIN')
  async add(
    @Param('username', NamePipe) username: string,
    @Param('name', NamePipe) name: string,
    @SignedIn() user: SignedInUser,
  ) {
    await this.groups.add(username, name, user);
  }

  @Delete('user/:username/group/:name')
  @HttpCode(204)
  @NeedsLevel('ADMIN')
  async remove(
    @Param('username', NamePipe) username: string,
    @Param('name', NamePipe) name: string,
    @SignedIn() user: SignedInUser,
  ) {
    await this.groups.remove(username, name, user);
  }
}
