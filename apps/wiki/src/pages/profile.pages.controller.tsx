import { Body, Controller, Get, NotFoundException, Post, Query, Req, Res } from '@nestjs/common';
import { type WikiPage } from '../layout/document.js';
import { HtmlPages } from '../layout/html-pages.decorator.js';
import { SeeOther } from '../layout/see-other.js';
import { PeopleService } from '../people/people.service.js';
import { type ReadingChoice } from '../people/reading-choice.js';
import { ReadingChoices } from '../people/reading-choices.service.js';
import { type SignedInUser } from '../people/signed-in-user.js';
import { PasswordChangesService } from '../sessions/password-changes.service.js';
import { SignedIn } from '../sessions/signed-in.decorator.js';
import { type WikiRequest } from '../sessions/wiki-request.js';
import { attempt, type Fault, invalid } from './fault.js';
import { formLine, formText } from './form-text.js';
import { PasswordPage } from './password.page.js';
import { PersonPage } from './person.page.js';
import { personModel } from './person-model.js';
import { ReadingPage } from './reading.page.js';

/** A person's own profile. */
@HtmlPages()
@Controller('profile')
export class ProfilePagesController {
  constructor(
    private readonly people: PeopleService,
    private readonly passwords: PasswordChangesService,
    private readonly reading: ReadingChoices,
  ) {}

  @Get()
  async profile(@SignedIn() user: SignedInUser): Promise<WikiPage> {
    const person = await this.people.byId(user.id);
    if (!person) throw new NotFoundException('This account is gone.');
    return {
      title: 'Profile',
      frame: { kind: 'profile', current: 'profile' },
      content: <PersonPage {...personModel(person, user)} email={person.email} />,
    };
  }

  @Get('language')
  language(@SignedIn() user: SignedInUser, @Query('saved') saved: unknown): WikiPage {
    return readingPage(user, undefined, saved === '1');
  }

  @Post('language')
  async chooseLanguage(@Body() body: unknown, @SignedIn() user: SignedInUser): Promise<WikiPage | SeeOther> {
    const [language, timeZone] = ['language', 'timeZone'].map((name) => formLine(body, name) || null);
    const choice = { language: language ?? null, timeZone: timeZone ?? null };
    const fault = await attempt(() => this.reading.choose(user, choice));
    return fault ? readingPage(user, fault) : new SeeOther('/profile/language?saved=1');
  }

  @Get('password')
  password(@Query('changed') changed: unknown): WikiPage {
    return passwordPage(undefined, changed === '1');
  }

  @Post('password')
  async changePassword(
    @Body() body: unknown,
    @SignedIn() user: SignedInUser,
    @Req() request: WikiRequest,
    @Res({ passthrough: true }) response: { header(name: string, value: string): unknown },
  ): Promise<WikiPage | SeeOther> {
    const [current = '', next = '', repeated = ''] = ['currentPassword', 'newPassword', 'repeated'].map((name) =>
      formText(body, name),
    );
    const fault =
      passwordFault(next, repeated) ??
      (await attempt(() => this.passwords.change(user, { current, next }, request, response)));
    return fault ? passwordPage(fault) : new SeeOther('/profile/password?changed=1');
  }
}

function passwordFault(next: string, repeated: string): Fault | null {
  if (next.length < 8 || next.length > 1000) return invalid('A new password has at least 8 characters.');
  return next === repeated ? null : invalid('The two new passwords differ.');
}

const readingPage = (chosen: ReadingChoice, fault?: Fault, isSaved = false): WikiPage => ({
  title: 'Language and time',
  frame: { kind: 'profile', current: 'language' },
  status: fault?.status ?? 200,
  content: <ReadingPage chosen={chosen} fault={fault?.message} isSaved={isSaved} />,
});

const passwordPage = (fault?: Fault, changed = false): WikiPage => ({
  title: 'Change password',
  frame: { kind: 'profile', current: 'password' },
  status: fault?.status ?? 200,
  content: <PasswordPage fault={fault?.message} changed={changed} />,
});
