import { Query, Resolver } from '@nestjs/graphql';
import { type Access, CurrentAccess } from 'nestjs-drawbridge/scopes';
import { wordsFor } from './words-for.js';

/** The same in GraphQL. */
@Resolver()
export class MineResolver {
  @Query(() => String)
  mine(@CurrentAccess() access: Access | undefined): string {
    return wordsFor(access);
  }
}
