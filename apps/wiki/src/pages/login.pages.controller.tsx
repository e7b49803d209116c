import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import { BaseUrl } from 'nestjs-drawbridge/host';
import { type WikiPage } from '../layout/document.js';
import { HtmlPages } from '../layout/html-pages.decorator.js';
import { SeeOther } from '../layout/see-other.js';
import { PeopleService } from '../people/people.service.js';
import { type SignedInUser } from '../people/signed-in-user.js';
import { Public } from '../sessions/public.decorator.js';
import { SessionsService } from '../sessions/sessions.service.js';
import { SignInThrottle } from '../sessions/sign-in-throttle.service.js';
import { SignedIn } from '../sessions/signed-in.decorator.js';
import { type WikiRequest } from '../sessions/wiki-request.js';
import { WithoutTicket } from '../sessions/without-ticket.decorator.js';
import { formLine, formText } from './form-text.js';
import { type LoginModel, LoginPage } from './login.page.js';
import { returnTo } from './return-to.js';

const wrong = 'That username and password do not belong together. Please try again.';

/** Signing in and out. */
@Public()
@HtmlPages()
@Controller()
export class LoginPagesController {
  constructor(
    private readonly people: PeopleService,
    private readonly sessions: SessionsService,
    private readonly throttle: SignInThrottle,
    private readonly baseUrl: BaseUrl,
  ) {}

  @Get('login')
  form(@Query('returnTo') asked: unknown, @SignedIn() user: SignedInUser | undefined): WikiPage | SeeOther {
    const path = this.checked(asked);
    return user ? new SeeOther(path) : page({ returnTo: path });
  }

  @WithoutTicket()
  @Post('login')
  async signIn(
    @Body() body: unknown,
    @Req() request: WikiRequest,
    @Res({ passthrough: true }) response: { header(name: string, value: string): unknown },
  ): Promise<WikiPage | SeeOther> {
    const path = this.checked((body as { returnTo?: unknown } | null | undefined)?.returnTo);
    const username = formLine(body, 'username').slice(0, 64);
    const prove = () => this.people.authenticate(username, formText(body, 'password'));
    const person = await this.throttle.watch(username, request.ip, prove);
    if (person === 'throttled') {
      response.header('Retry-After', this.throttle.secondsLeft().toString());
      const fault = this.throttle.pauseAfter('Signing in did not work several times in a row');
      return page({ returnTo: path, username, fault }, 429);
    }
    const cookie = person && (await this.sessions.start(person, request));
    return cookie ? new SeeOther(path, cookie) : page({ returnTo: path, username, fault: wrong }, 401);
  }

  @Post('logout')
  async signOut(@Req() request: WikiRequest): Promise<SeeOther> {
    return new SeeOther('/login', await this.sessions.end(request));
  }

  private checked(asked: unknown): string {
    return returnTo(asked, this.baseUrl.pathOf(''));
  }
}

const page = (model: LoginModel, status = 200): WikiPage => ({
  title: 'Sign in',
  frame: { kind: 'focused' },
  status,
  content: <LoginPage {...model} />,
});
