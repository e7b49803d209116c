import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { BaseUrl, CurrentUser, type Key, Keys, type Level, type Person, Users } from 'nestjs-drawbridge/host';
import { DataSource } from 'typeorm';

/** Nobody signs in here. */
export class BenchCurrentUser extends CurrentUser {
  of = async () => null;
  signInUrl = () => '/login';

  async become(request: unknown, userId: string, level: Level | null): Promise<void> {
    (request as { user?: unknown }).user = { userId, level };
  }
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
    const [row] = await this.database.query<{ id: string; active: number | boolean; level: Level }[]>(
      `SELECT id, active, level FROM bench_person WHERE id = ${this.isPostgres ? '$1' : '?'}`,
      [userId],
    );
    return row ? { userId: row.id, displayName: row.id, active: Boolean(row.active), level: row.level } : null;
  }

  async byIds(userIds: readonly string[]): Promise<readonly Person[]> {
    const people = await Promise.all(userIds.map((id) => this.byId(id)));
    return people.flatMap((person) => person ?? []);
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
