import { Body, Controller, Get, Header, Post, Query, Redirect, Res } from '@nestjs/common';
import { Public } from './access.decorators.js';
import { PeopleService } from './people.service.js';

/** Where people sign in, at `/api/login`. */
@Controller('login')
@Public()
export class SignInController {
  constructor(private readonly people: PeopleService) {}

  @Get()
  @Header('content-type', 'text/html; charset=utf-8')
  form(): string {
    return '<form method="post" action="login"><input name="username"><input name="password" type="password"><button>Sign in</button></form>';
  }

  @Post()
  @Redirect('v1/cards', 303)
  signIn(
    @Body() { username = '', password = '' }: Readonly<Record<string, string>>,
    @Res({ passthrough: true }) response: { header(name: string, value: string): unknown },
    @Query('returnTo') returnTo?: string,
  ): { url: string } {
    const session = this.people.signIn(username, password);
    if (!session) return { url: 'login' };
    response.header('set-cookie', `boards=${session}; Path=/; HttpOnly; SameSite=Lax`);
    return { url: returnTo?.startsWith('/api/') ? returnTo : 'v1/cards' };
  }
}
