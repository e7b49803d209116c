import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Post,
  Req,
  Res,
  UnauthorizedException,
  UseGuards,
} from '@nestjs/common';
import { type FastifyReply } from 'fastify';
import { CooksService, rights } from './cooks.service.js';
import { type CookbookRequest, May, SignedInGuard } from './guards.js';

/** Recipes, each route with the guards it needs. */
@Controller('recipes')
@UseGuards(SignedInGuard)
export class RecipesController {
  @Get()
  @UseGuards(May(rights.taste))
  list(@Req() { cook }: CookbookRequest): { readonly as: string | undefined } {
    return { as: cook?.name };
  }

  @Post()
  @UseGuards(May(rights.cook))
  add(@Req() { cook }: CookbookRequest): { readonly as: string | undefined } {
    return { as: cook?.name };
  }

  @Delete()
  @UseGuards(May(rights.own))
  clear(@Req() { cook }: CookbookRequest): { readonly as: string | undefined } {
    return { as: cook?.name };
  }
}

/** Where cooks sign in. */
@Controller('login')
export class SignInController {
  constructor(private readonly cooks: CooksService) {}

  @Post()
  @HttpCode(204)
  signIn(@Body() { name, password }: Record<string, string>, @Res({ passthrough: true }) reply: FastifyReply): void {
    const cook = this.cooks.byName(name ?? '');
    if (!cook || cook.name !== password) throw new UnauthorizedException('Name and password do not fit.');
    void reply.header('set-cookie', `apron=${this.cooks.signIn(cook)}; HttpOnly; Path=/`);
  }
}
