import { Body, Controller, Delete, Get, HttpCode, Post, Res, UnauthorizedException } from '@nestjs/common';
import { type Response } from 'express';
import { EntriesService } from './entries.service.js';
import { MembersService } from './members.service.js';

/** The entries over HTTP. */
@Controller('entries')
export class EntriesController {
  constructor(private readonly entries: EntriesService) {}

  @Get()
  list(): { readonly as: string } {
    return this.entries.list();
  }

  @Post()
  add(): { readonly as: string } {
    return this.entries.add();
  }

  @Delete()
  clear(): { readonly as: string } {
    return this.entries.clear();
  }
}

/** Where members sign in. */
@Controller('login')
export class SignInController {
  constructor(private readonly members: MembersService) {}

  @Post()
  @HttpCode(204)
  signIn(@Body() { name, password }: Record<string, string>, @Res({ passthrough: true }) response: Response): void {
    const session = this.members.signIn(name, password);
    if (!session) throw new UnauthorizedException('Name and password do not fit.');
    response.cookie('ledger', session, { httpOnly: true });
  }
}
