import { Injectable } from '@nestjs/common';
import { EventEmitter } from 'node:events';

/** A card on the board. */
export interface Card {
  readonly id: number;
  readonly title: string;
}

/** One board with its cards. */
@Injectable()
export class BoardsService {
  readonly changes = new EventEmitter().setMaxListeners(0);
  private readonly cards: Card[] = [];
  /** Which handlers ran, for tests. */
  readonly journal: string[] = [];

  list(): readonly Card[] {
    return this.cards;
  }

  add(title: string): Card {
    const card = { id: this.cards.length + 1, title };
    this.cards.push(card);
    this.changes.emit('card', card);
    return card;
  }
}
