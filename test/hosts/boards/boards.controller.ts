import { Controller, Delete, Get, type MessageEvent, Post, Query, Sse, StreamableFile } from '@nestjs/common';
import { Readable } from 'node:stream';
import { fromEvent, map, type Observable } from 'rxjs';
import { Needs } from './access.decorators.js';
import { BoardsService, type Card } from './boards.service.js';

/** The boards over HTTP, at `/api/v1/cards`. */
@Controller({ path: 'cards', version: '1' })
export class BoardsController {
  constructor(private readonly boards: BoardsService) {}

  @Get()
  list(): readonly Card[] {
    return this.boards.list();
  }

  @Post()
  @Needs('editor')
  add(@Query('title') title: string): Card {
    return this.boards.add(title);
  }

  @Delete()
  @Needs('owner')
  clear(): string {
    this.boards.journal.push('clear');
    return 'cleared';
  }

  /** Every new card, as it comes. */
  @Sse('events')
  events(): Observable<MessageEvent> {
    return fromEvent(this.boards.changes, 'card').pipe(map((card) => ({ data: card as Card })));
  }

  /** A file that takes as long as somebody reads it. */
  @Get('export')
  export(): StreamableFile {
    const lines = async function* () {
      for (let line = 0; line < 10_000; line++) {
        yield `line ${line.toString()}\n`;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    };
    return new StreamableFile(Readable.from(lines()), { type: 'text/plain' });
  }
}
