import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { GroupsService } from '../groups/groups.service.js';
import { NamePipe } from '../http/name.pipe.js';
import { type WikiPage } from '../layout/document.js';
import { HtmlPages } from '../layout/html-pages.decorator.js';
import { SeeOther } from '../layout/see-other.js';
import { PeopleService } from '../people/people.service.js';
import { type SignedInUser } from '../people/signed-in-user.js';
import { NeedsLevel } from '../sessions/needs-level.decorator.js';
import { SignedIn } from '../sessions/signed-in.decorator.js';
import { AccountPage } from './account.page.js';
import { attempt, type Fault, invalid } from './fault.js';
import { formLine, formText } from './form-text.js';
import { NewPersonPage, type PersonDraft } from './new-person.page.js';
import { startOf } from './pager.js';
import { PeoplePage } from './people.page.js';
import { personModel } from './person-model.js';

/** What an administrator did just now, by the word in the address. */
const done: ReadonlyMap<string, string> = new Map(
  Object.entries({
    created: 'The account is made.',
    enabled: 'The account is enabled.',
    disabled: 'The account is disabled and signed out everywhere.',
    password: 'The password is set, and the person is signed out everywhere.',
    groups: 'The groups are changed.',
  }),
);

/** Accounts, for administrators. */
@HtmlPages()
@NeedsLevel('ADMIN')
@Controller('admin/people')
export class AccountsPagesController {
  constructor(
    private readonly people: PeopleService,
    private readonly groups: GroupsService,
  ) {}

  @Get()
  async all(@Query('start') start: unknown): Promise<WikiPage> {
    const pager = await this.people.list({ start: startOf(start), limit: 100 });
    const users = await this.people.withLevels(pager.results);
    const people = pager.results.map((person, place) => personModel(person, users[place]));
    return {
      title: 'People',
      frame: { kind: 'admin', current: 'people' },
      content: <PeoplePage people={people} pager={pager} />,
    };
  }

  @Get('new')
  form(): WikiPage {
    return newPerson({ username: '', displayName: '', email: '' });
  }

  @Post('new')
  async create(@Body() body: unknown, @SignedIn() actor: SignedInUser): Promise<WikiPage | SeeOther> {
    const draft = {
      username: formLine(body, 'username').toLowerCase(),
      displayName: formLine(body, 'displayName'),
      email: formLine(body, 'email'),
    };
    const password = formText(body, 'password');
    const fault =
      faultIn(draft, password) ??
      (await attempt(() => this.people.create({ ...draft, email: draft.email || null, password }, actor)));
    return fault ? newPerson(draft, fault) : changed(draft.username, 'created');
  }

  @Get(':username')
  async one(
    @Param('username', NamePipe) username: string,
    @Query('done') word: unknown,
    @SignedIn() actor: SignedInUser,
  ): Promise<WikiPage> {
    return this.account(username, actor, typeof word === 'string' ? done.get(word) : undefined);
  }

  @Post(':username/disable')
  async disable(
    @Param('username', NamePipe) username: string,
    @SignedIn() actor: SignedInUser,
  ): Promise<WikiPage | SeeOther> {
    return this.change(username, actor, 'disabled', () => this.people.setActive(username, false, actor));
  }

  @Post(':username/enable')
  async enable(
    @Param('username', NamePipe) username: string,
    @SignedIn() actor: SignedInUser,
  ): Promise<WikiPage | SeeOther> {
    return this.change(username, actor, 'enabled', () => this.people.setActive(username, true, actor));
  }

  @Post(':username/password')
  async setPassword(
    @Param('username', NamePipe) username: string,
    @Body() body: unknown,
    @SignedIn() actor: SignedInUser,
  ): Promise<WikiPage | SeeOther> {
    const password = formText(body, 'password');
    const fault = passwordFault(password);
    if (fault) return this.account(username, actor, undefined, fault);
    return this.change(username, actor, 'password', () => this.people.resetPassword(username, password, actor));
  }

  @Post(':username/groups/add')
  async addToGroup(
    @Param('username', NamePipe) username: string,
    @Body() body: unknown,
    @SignedIn() actor: SignedInUser,
  ): Promise<WikiPage | SeeOther> {
    const group = formText(body, 'group');
    return this.change(username, actor, 'groups', () => this.groups.add(username, group, actor));
  }

  @Post(':username/groups/remove')
  async removeFromGroup(
    @Param('username', NamePipe) username: string,
    @Body() body: unknown,
    @SignedIn() actor: SignedInUser,
  ): Promise<WikiPage | SeeOther> {
    const group = formText(body, 'group');
    return this.change(username, actor, 'groups', () => this.groups.remove(username, group, actor));
  }

  private async change(
    username: string,
    actor: SignedInUser,
    word: string,
    action: () => Promise<unknown>,
  ): Promise<WikiPage | SeeOther> {
    const fault = await attempt(action);
    return fault ? this.account(username, actor, undefined, fault) : changed(username, word);
  }

  private async account(username: string, actor: SignedInUser, word?: string, fault?: Fault): Promise<WikiPage> {
    const person = await this.people.byUsername(username);
    const [user] = await this.people.withLevels([person]);
    const { results } = await this.groups.list({ start: 0, limit: 200 });
    const otherGroups = results.map(({ name }) => name).filter((name) => !user?.groups.includes(name));
    const model = {
      person: personModel(person, user),
      email: person.email,
      otherGroups,
      isOwn: person.id === actor.id,
    };
    return {
      title: person.displayName,
      frame: { kind: 'admin', current: 'people' },
      status: fault?.status ?? 200,
      content: <AccountPage {...model} done={word} fault={fault?.message} />,
    };
  }
}

const changed = (username: string, word: string) =>
  new SeeOther(`/admin/people/${encodeURIComponent(username)}?done=${word}`);

function faultIn(draft: PersonDraft, password: string): Fault | null {
  if (draft.displayName === '' || draft.displayName.length > 255) return invalid('Give the person a name.');
  if (!/^[a-z0-9._@-]{1,64}$/.test(draft.username))
    return invalid('A username takes 1 to 64 letters, digits, dots, dashes, underscores and @.');
  if (draft.email.length > 255) return invalid('That email address is too long.');
  return passwordFault(password);
}

const passwordFault = (password: string): Fault | null =>
  password.length < 8 || password.length > 1000 ? invalid('A password has at least 8 characters.') : null;

const newPerson = (draft: PersonDraft, fault?: Fault): WikiPage => ({
  title: 'Create a person',
  frame: { kind: 'admin', current: 'people' },
  status: fault?.status ?? 200,
  content: <NewPersonPage draft={draft} fault={fault?.message} />,
});
