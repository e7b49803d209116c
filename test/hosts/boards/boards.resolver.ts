import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver, Subscription } from '@nestjs/graphql';
import { on } from 'node:events';
import { Needs } from './access.decorators.js';
import { type BoardsRequest } from './boards-request.js';
import { BoardsService, type Card } from './boards.service.js';
import { CardModel } from './card.model.js';

/** The boards in GraphQL, at `/api/graphql`. */
@Resolver(() => CardModel)
export class BoardsResolver {
  constructor(private readonly boards: BoardsService) {}

  @Query(() => [CardModel])
  cards(): readonly Card[] {
    this.boards.journal.push('cards');
    return this.boards.list();
  }

  @Query(() => String)
  whoAmI(@Context('req') request: BoardsRequest): string {
    return `${request.user?.name ?? 'nobody'}, ${request.user?.role ?? 'nothing'}`;
  }

  @Query(() => String)
  @Needs('owner')
  secrets(): string {
    this.boards.journal.push('secrets');
    return 'secrets';
  }

  @Mutation(() => CardModel)
  @Needs('editor')
  addCard(@Args('title', { type: () => String }) title: string): Card {
    return this.boards.add(title);
  }

  @Mutation(() => String)
  @Needs('manager')
  archive(): string {
    this.boards.journal.push('archive');
    return 'archived';
  }

  @Subscription(() => CardModel)
  async *cardAdded(): AsyncGenerator<{ cardAdded: Card }> {
    for await (const [card] of on(this.boards.changes, 'card')) yield { cardAdded: card as Card };
  }

  @ResolveField(() => String)
  shout(@Parent() card: Card): string {
    this.boards.journal.push('shout');
    return card.title.toUpperCase();
  }
}
