import { Inject, Injectable, StreamableFile } from '@nestjs/common';
import { Clock } from 'nestjs-drawbridge/host';
import { Changes, type EventFilter, type Reader } from 'nestjs-drawbridge/oauth-provider';
import { Readable } from 'node:stream';
import { type Administrator } from '../administrators/administrator.js';
import { byteOrderMark, csvOf, csvType } from '../csv/csv.js';
import { auditQueryIn, type ExportFormat, formatIn } from './audit-query.js';
import { AuditTrail, type NamedEvents } from './audit-trail.service.js';
import { EVENT_COLUMNS, eventCells } from './event-cells.js';
import { eventJson } from './event-json.js';

/** So many events are in memory at once. */
const batchSize = 1_000;

const types: Readonly<Record<ExportFormat, string>> = { csv: csvType, jsonl: 'application/jsonl; charset=utf-8' };

/** Copies of the audit trail, of any length in the same memory: the next events are read when the last ones are sent. */
@Injectable()
export class AuditExport {
  constructor(
    @Inject(AuditTrail) private readonly trail: AuditTrail,
    @Inject(Changes) private readonly changes: Changes,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /**
   * What the parameters of an address ask for, whole. The trail says that it was taken, before the first of it is sent.
   *
   * @throws BadRequestException that names the parameter that is wrong
   */
  async file(by: Administrator, given: unknown, reader: Reader): Promise<StreamableFile> {
    const [query, format] = [auditQueryIn(given, reader), formatIn(given)];
    const filter = await this.trail.filterOf(query);
    const batches = this.trail.batches(filter, batchSize);
    const first = await batches.next(); // whatever fails, fails before the answer begins
    const size = first.done ? 0 : first.value.events.length;
    const count = size < batchSize ? size : null;
    await this.changes.make(by.actor, (change) => {
      change.record({
        type: 'audit.exported',
        clientId: null,
        details: { format, filters: { ...query.asked }, count },
      });
      return Promise.resolve();
    });
    const write = format === 'csv' ? csvLines(reader) : jsonLines;
    const stream = Readable.from(textOf(first, batches, format, write), { objectMode: false, highWaterMark: 65_536 });
    return new StreamableFile(stream, { type: types[format], disposition: this.disposition(format, filter) });
  }

  private disposition(format: ExportFormat, { from, before }: EventFilter): string {
    const day = (at: number): string => new Date(at).toISOString().slice(0, 10);
    const until = before === undefined ? this.clock.now() : before - 1;
    const days = from === undefined ? day(until) : `${day(from)}-to-${day(until)}`;
    return `attachment; filename="application-links-audit-${days}.${format}"`;
  }
}

type Write = (named: NamedEvents) => string;

const jsonLines: Write = (named) =>
  named.events.map((event) => `${JSON.stringify(eventJson(event, named))}\n`).join('');

const csvLines =
  (reader: Reader): Write =>
  (named) =>
    csvOf(eventCells(named, reader));

async function* textOf(
  first: IteratorResult<NamedEvents, void>,
  others: AsyncIterable<NamedEvents>,
  format: ExportFormat,
  write: Write,
): AsyncGenerator<Buffer> {
  if (format === 'csv') yield Buffer.from(byteOrderMark + csvOf([EVENT_COLUMNS]));
  if (!first.done) yield Buffer.from(write(first.value));
  for await (const named of others) yield Buffer.from(write(named));
}
