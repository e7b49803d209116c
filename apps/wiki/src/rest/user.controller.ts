import {
  BadRequestException,
  Body,
  Controller,
  Get,
  HttpCode,
  NotFoundException,
  Post,
  Query,
  Req,
  Res,
} from '@nestjs/common';
import { PeopleService } from '../people/people.service.js';
import { type SignedInUser } from '../people/signed-in-user.js';
import { PasswordChangesService } from '../sessions/password-changes.service.js';
import { SignedIn } from '../sessions/signed-in.decorator.js';
import { type WikiRequest } from '../sessions/wiki-request.js';
import { checked } from './checked.js';
import { PasswordChange, UserQuery } from './user.requests.js';
import { UserPresenter } from './user.presenter.js';

/** People, as everybody who may read sees them. */
@Controller('rest/api/user')
export class UserController {
  constructor(
    private readonly people: PeopleService,
    private readonly passwords: PasswordChangesService,
    private readonly presenter: UserPresenter,
  ) {}

  @Get('current')
  current(@SignedIn() user: SignedInUser) {
    return this.presenter.show(user);
  }

  @Get()
  async one(@Query(checked) { username, key }: UserQuery) {
    if (username !== undefined) return this.presenter.show(await this.people.byUsername(username));
    if (key === undefined) throw new BadRequestException('username or key is missing.');
    const person = await this.people.byId(key);
    if (!person) throw new NotFoundException(`There is no person with the key ${key}.`);
    return this.presenter.show(person);
  }

  @Post('current/password')
  @HttpCode(204)
  async changePassword(
    @SignedIn() user: SignedInUser,
    @Body(checked) { oldPassword: current, newPassword: next }: PasswordChange,
    @Req() request: WikiRequest,
    @Res({ passthrough: true }) response: { header(name: string, value: string): unknown },
  ) {
    await this.passwords.change(user, { current, next }, request, response);
  }
}
