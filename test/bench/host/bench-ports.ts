import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import {
  BaseUrl,
  CurrentUser,
  type Key,
  Keys,
  type Level,
  type Person,
  type SignedInPerson,
  Users,
} from 'nestjs-drawbridge/host';
import { type HttpRequest } from 'nestjs-drawbridge/oauth-provider';
import { DataSource } from 'typeorm';
import { personHeader } from './protocol.js';

/** Whoever a request says it comes from. */
export class BenchCurrentUser extends CurrentUser {
  signInUrl = () => '/login';

  async of({ headers }: HttpRequest): Promise<SignedInPerson | null> {
    const userId = headers[personHeader];
    return typeof userId === 'string' ? { userId, sessionId: userId } : null;
  }

  async become(request: unknown, userId: string, level: Level | null): Promise<void> {
    (request as { user?: unknown }).user = { userId, level };
  }
}

interface PersonRow {
  readonly id: string;
  readonly active: number;
  readonly level: Level;
}

/** People in a table, as hosts have them. */
@Injectable()
export class BenchUsers extends Users {
  private readonly isPostgres: boolean;

  constructor(@Inject(DataSource) private readonly database: DataSource) {
    super();
    this.isPostgres = database.options.type === 'postgres';
  }

  async byId(userId: string): Promise<Person | null> {
    const [person] = await this.where(this.isPostgres ? 'id = $1' : 'id = ?', userId);
    return person ?? null;
  }

  async byIds(userIds: readonly string[]): Promise<readonly Person[]> {
    if (this.isPostgres) return this.where('id = ANY($1)', userIds);
    return this.where('id IN (SELECT value FROM json_each(?))', JSON.stringify(userIds));
  }

  private async where(condition: string, value: unknown): Promise<readonly Person[]> {
    const rows = await this.database.query<PersonRow[]>(
      `SELECT id, active, level FROM bench_person WHERE ${condition}`,
      [value],
    );
    return rows.map(({ id, active, level }) => ({ userId: id, displayName: id, active: Boolean(active), level }));
  }
}

export class BenchBaseUrl extends BaseUrl {
  get = () => 'https://wiki.example.com';
}

/** The same key in every run, so that tokens can be made anywhere. */
export class BenchKeys extends Keys {
  private readonly keys: [Key] = [{ id: 'bench', secret: createHash('sha256').update('bench').digest() }];
  all = () => this.keys;
}
