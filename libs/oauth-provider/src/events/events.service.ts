import { Inject, Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { type Bind, type Condition, criteriaOf, type Criterion } from './event-conditions.js';
import { type EventSlice } from './event-filter.js';
import { EventRecord } from './event.entity.js';

/** So many events are read and sorted sooner than a longer way is walked in their order. */
const few = 1_000;

/** SQLite joins no more than 500 selects. */
const streamsAtOnce = 250;

/** How the events of a slice are found: along which streams, under which conditions besides. */
interface Way {
  readonly streams: readonly Condition[];
  readonly rest: readonly Condition[];
  readonly isSorted: boolean;
}

/**
 * Reads the audit trail, newest first. Pages follow each other by the places of their events, so that every page costs the
 * same and none of them moves when new events come.
 */
@Injectable()
export class Events {
  private readonly isPostgres: boolean;

  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {
    this.isPostgres = dataSource.options.type === 'postgres';
  }

  /** Some events, newest first. */
  async page(slice: EventSlice): Promise<readonly EventRecord[]> {
    const way = await this.wayTo(criteriaOf(slice.filter ?? {}));
    if (way.streams.length === 0) return [];
    const found = await this.rows<{ id: number }>((bind) => statementOf(slice, way, bind));
    const records = await this.dataSource.manager.findBy(EventRecord, { id: In(found.map(({ id }) => id)) });
    return records.sort((one, other) => other.at - one.at || other.id - one.id);
  }

  /** The newest event of one type of each of these applications, where there is one. However many applications. */
  async newestOf(type: string, clientIds: readonly string[]): Promise<readonly EventRecord[]> {
    const records: EventRecord[] = [];
    for (let start = 0; start < clientIds.length; start += streamsAtOnce) {
      const streams = clientIds.slice(start, start + streamsAtOnce).map(
        (id): Condition =>
          (bind) =>
            `client_id = ${bind(id)} AND (type || '') = ${bind(type)}`,
      );
      const found = await this.rows<{ id: number }>((bind) =>
        union(
          streams,
          (stream) => `SELECT id FROM drawbridge_event WHERE ${stream(bind)} ORDER BY at DESC, id DESC LIMIT 1`,
        ),
      );
      records.push(...(await this.dataSource.manager.findBy(EventRecord, { id: In(found.map(({ id }) => id)) })));
    }
    return records;
  }

  /** Events of one type in whose details a text stands, in any case; the newest first, at most `limit`. */
  async telling(type: string, text: string, limit: number): Promise<readonly EventRecord[]> {
    const inJson = JSON.stringify(text).slice(1, -1).replace(/[!%_]/g, '!$&');
    return this.dataSource.manager
      .createQueryBuilder(EventRecord, 'event')
      .where('event.type = :type', { type })
      .andWhere(`(LOWER(event.details) LIKE :lower ESCAPE '!' OR event.details LIKE :same ESCAPE '!')`)
      .setParameters({ lower: `%${inJson.toLowerCase()}%`, same: `%${inJson}%` })
      .orderBy('event.at', 'DESC')
      .addOrderBy('event.id', 'DESC')
      .limit(limit)
      .getMany();
  }

  /**
   * The criterion that leaves the fewest events leads, and the others are asked of those. It is counted, not left to the
   * database: what that knows of the distribution is old or, on SQLite, nothing.
   */
  private async wayTo(criteria: readonly Criterion[]): Promise<Way> {
    const [only, ...others] = criteria;
    if (!only) return { streams: [() => '1 = 1'], rest: [], isSorted: true };
    if (others.length === 0 && !only.isRange) return { streams: only.streams, rest: [], isSorted: true };
    const counts = await Promise.all(criteria.map((criterion) => this.countUpTo(few, criterion)));
    const least = Math.min(...counts);
    const usable = (criterion: Criterion, index: number): boolean =>
      counts[index] === least && (least < few || !criterion.isRange);
    const leading = criteria.find(usable) ?? criteria.find(({ isRange }) => !isRange);
    const rest = criteria.filter((criterion) => criterion !== leading).map((criterion) => criterion.rest);
    if (!leading) return { streams: [() => '1 = 1'], rest, isSorted: true };
    return { streams: leading.streams, rest, isSorted: !leading.isRange };
  }

  private async countUpTo(most: number, { streams }: Criterion): Promise<number> {
    if (streams.length === 0) return 0;
    const [row] = await this.rows<{ count: string | number }>((bind) => {
      const one = (stream: Condition): string =>
        `SELECT id FROM drawbridge_event WHERE ${stream(bind)} LIMIT ${most.toString()}`;
      return `SELECT COUNT(*) AS count FROM (${union(streams, one)}) AS every`;
    });
    return Math.min(most, Number(row?.count ?? 0));
  }

  private rows<Row>(write: (bind: Bind) => string): Promise<readonly Row[]> {
    const values: (string | number)[] = [];
    const text = write((value) => {
      values.push(value);
      return this.isPostgres ? `$${values.length.toString()}` : '?';
    });
    return this.dataSource.query<Row[]>(text, values);
  }
}

/** The places of the events of a slice. */
function statementOf({ filter = {}, olderThan, newerThan, limit }: EventSlice, way: Way, bind: Bind): string {
  const at = way.isSorted ? 'at' : 'at + 0';
  const direction = newerThan && !olderThan ? 'ASC' : 'DESC';
  const order = (time: string): string =>
    `ORDER BY ${time} ${direction}, id ${direction} LIMIT ${Math.trunc(limit).toString()}`;
  const one = (stream: Condition): string => {
    const conditions = [
      stream(bind),
      ...way.rest.map((condition) => condition(bind)),
      ...(filter.from === undefined ? [] : [`${at} >= ${bind(filter.from)}`]),
      ...(filter.before === undefined ? [] : [`${at} < ${bind(filter.before)}`]),
      ...(olderThan ? [`(${at}, id) < (${bind(olderThan.at)}, ${bind(olderThan.id)})`] : []),
      ...(newerThan ? [`(${at}, id) > (${bind(newerThan.at)}, ${bind(newerThan.id)})`] : []),
    ];
    return `SELECT id, at FROM drawbridge_event WHERE ${conditions.join(' AND ')} ${order(at)}`;
  };
  return `SELECT id, at FROM (${union(way.streams, one)}) AS every ${order('at')}`;
}

/** What each of the streams answers, together. Each is a table of its own, so that it may have an order and a limit. */
function union(streams: readonly Condition[], select: (stream: Condition) => string): string {
  return streams
    .map((stream, index) => `SELECT * FROM (${select(stream)}) AS s${index.toString()}`)
    .join(' UNION ALL ');
}
