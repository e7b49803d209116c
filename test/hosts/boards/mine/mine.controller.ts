import { Controller, Get } from '@nestjs/common';
import { type Access, CurrentAccess } from 'nestjs-drawbridge/scopes';
import { wordsFor } from './words-for.js';

/** Tells an application how far it may go, over HTTP. */
@Controller({ path: 'mine', version: '1' })
export class MineController {
  @Get()
  mine(@CurrentAccess() access: Access | undefined): { mine: string } {
    return { mine: wordsFor(access) };
  }
}
