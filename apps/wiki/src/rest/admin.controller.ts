import { Body, Controller, HttpCode, Param, Post, Put } from '@nestjs/common';
import { GroupsService } from '../groups/groups.service.js';
import { NamePipe } from '../http/name.pipe.js';
import { PeopleService } from '../people/people.service.js';
import { type SignedInUser } from '../people/signed-in-user.js';
import { NeedsLevel } from '../sessions/needs-level.decorator.js';
import { SignedIn } from '../sessions/signed-in.decorator.js';
import { NewGroupBody, NewUserBody, PasswordBody } from './admin.requests.js';
import { checked } from './checked.js';
import { GroupPresenter } from './group.presenter.js';
import { UserPresenter } from './user.presenter.js';

/** What administrators do to people and groups. */
@Controller('rest/api/admin')
@NeedsLevel('ADMIN')
export class AdminController {
  constructor(
    private readonly people: PeopleService,
    private readonly groups: GroupsService,
    private readonly userPresenter: UserPresenter,
    private readonly groupPresenter: GroupPresenter,
  ) {}

  @Post('user')
  async createUser(@Body(checked) body: NewUserBody, @SignedIn() user: SignedInUser) {
    const { userName, fullName, password, email } = body;
    const person = await this.people.create({ username: userName, displayName: fullName, password, email }, user);
    return this.userPresenter.show(person);
  }

  @Put('user/:username/disable')
  @HttpCode(204)
  async disable(@Param('username', NamePipe) username: string, @SignedIn() user: SignedInUser) {
    await this.people.setActive(username, false, user);
  }

  @Put('user/:username/enable')
  @HttpCode(204)
  async enable(@Param('username', NamePipe) username: string, @SignedIn() user: SignedInUser) {
    await this.people.setActive(username, true, user);
  }

  @Post('user/:username/password')
  @HttpCode(204)
  async resetPassword(
    @Param('username', NamePipe) username: string,
    @Body(checked) { password }: PasswordBody,
    @SignedIn() user: SignedInUser,
  ) {
    await this.people.resetPassword(username, password, user);
  }

  @Post('group')
  async createGroup(@Body(checked) { name }: NewGroupBody, @SignedIn() user: SignedInUser) {
    return this.groupPresenter.show(await this.groups.create(name, user));
  }
}
