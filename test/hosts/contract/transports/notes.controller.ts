import { Controller, Get, Post, Delete, Put, type MessageEvent, Sse, StreamableFile } from '@nestjs/common';
import { from, type Observable } from 'rxjs';
import { Readable } from 'node:stream';
import { type Access, ClosedToApplications, CurrentAccess } from 'nestjs-drawbridge/scopes';
import { ran } from '../host/journal.js';
import { ticking } from './ticking.js';

/** A route for each scope and one for none, and two answers that go on. */
@Controller('notes')
export class NotesController {
  @Get()
  read(): string {
    return ran('READ notes.read');
  }

  @Get('mine')
  mine(@CurrentAccess() access: Access | undefined): string {
    return access ? `${access.userId} ${access.effective ?? 'nothing'}` : 'a session';
  }

  @Post()
  write(): string {
    return ran('WRITE notes.write');
  }

  @Put()
  administer(): string {
    return ran('ADMIN notes.administer');
  }

  @Delete()
  govern(): string {
    return ran('SYSTEM_ADMIN notes.govern');
  }

  @Get('diary')
  @ClosedToApplications()
  diary(): string {
    return ran('CLOSED notes.diary');
  }

  @Sse('events')
  events(): Observable<MessageEvent> {
    ran('READ notes.events');
    return from(ticking({ data: 'tick' }));
  }

  @Sse('alarms')
  alarms(): Observable<MessageEvent> {
    ran('ADMIN notes.alarms');
    return from(ticking({ data: 'alarm' }));
  }

  @Get('export')
  export(): StreamableFile {
    ran('READ notes.export');
    return new StreamableFile(Readable.from(ticking('a line\n')), { type: 'text/plain' });
  }

  @Get('backup')
  backup(): StreamableFile {
    ran('ADMIN notes.backup');
    return new StreamableFile(Readable.from(['all of it']), { type: 'text/plain' });
  }
}
