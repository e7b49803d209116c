import { Injectable } from '@nestjs/common';
import { Clock } from 'nestjs-drawbridge/host';
import { DataSource } from 'typeorm';
import { WikiConfig } from '../config/wiki-config.js';
import { ContentService } from '../content/content.service.js';
import { PeopleService } from '../people/people.service.js';

/** What a system administrator is told of the running wiki. */
export interface SystemInfo {
  readonly version: string;
  readonly baseUrl: string;
  readonly nodeVersion: string;
  readonly platform: 'express' | 'fastify';
  readonly database: { readonly name: 'PostgreSQL' | 'SQLite'; readonly version: string };
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly uptimeSeconds: number;
  /** Of this process, in bytes. */
  readonly memoryBytes: number;
  readonly people: number;
  readonly pages: number;
}

/** Looks at the running wiki. */
@Injectable()
export class SystemInfoService {
  private readonly startedAt: number;

  constructor(
    private readonly database: DataSource,
    private readonly config: WikiConfig,
    private readonly people: PeopleService,
    private readonly contents: ContentService,
    private readonly clock: Clock,
  ) {
    this.startedAt = clock.now();
  }

  async read(): Promise<SystemInfo> {
    const isPostgres = this.database.options.type === 'postgres';
    const [row] = await this.database.query<{ version: string }[]>(
      isPostgres ? `select current_setting('server_version') as version` : 'select sqlite_version() as version',
    );
    return {
      version: '0.1.0',
      baseUrl: this.config.baseUrl,
      nodeVersion: process.version,
      platform: this.config.platform,
      database: { name: isPostgres ? 'PostgreSQL' : 'SQLite', version: row?.version ?? '' },
      startedAt: this.startedAt,
      uptimeSeconds: Math.floor((this.clock.now() - this.startedAt) / 1000),
      memoryBytes: process.memoryUsage.rss(),
      people: await this.people.count(),
      pages: await this.contents.countPages(),
    };
  }
}
