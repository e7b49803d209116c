import { Injectable } from '@nestjs/common';
import { parse, serialize } from 'cookie';
import { createHash, createHmac, randomBytes } from 'node:crypto';
import { Clock } from 'nestjs-drawbridge/host';
import { DataSource, type EntityManager, LessThan } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { WikiConfig } from '../config/wiki-config.js';
import { Person } from '../people/person.entity.js';
import { Session } from './session.entity.js';
import { type OpenSession, type WikiRequest } from './wiki-request.js';

const cookieName = 'wiki_session';
const minute = 60_000;
const idleLife = 12 * 60 * minute;
const absoluteLife = 7 * 24 * 60 * minute;

const digest = (value: string) => createHash('sha256').update(value).digest('hex');

/** Who is signed in where. Sessions live in the database; the browser's cookie is stored as a digest only. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly database: DataSource,
    private readonly config: WikiConfig,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /**
   * Signs a person in whose password was proven when `person` was read: ends the session the request came with and
   * answers a new one's `Set-Cookie` value; `null` when the password or the account changed in the meantime.
   */
  async start(person: Person, request: WikiRequest): Promise<string | null> {
    const value = randomBytes(32).toString('base64url');
    const now = this.clock.now();
    const old = this.valueOf(request);
    const isBegun = await this.database.transaction(async (manager) => {
      if (!(await stillProven(person, manager))) return false;
      if (old) await manager.delete(Session, { id: digest(old) });
      await manager.delete(Session, { expiresAt: LessThan(now) });
      await manager.insert(Session, {
        id: digest(value),
        personId: person.id,
        createdAt: now,
        lastSeenAt: now,
        expiresAt: now + absoluteLife,
        csrfSecret: randomBytes(32).toString('hex'),
      });
      const entry = { actorId: person.id, category: 'Sign-in', summary: 'Signed in', affected: person.username };
      await this.audit.write({ ...entry, address: request.ip?.slice(0, 64) }, manager);
      return true;
    });
    return isBegun ? this.cookie(value, absoluteLife / 1000) : null;
  }

  /** The session a request came with, or `null`: none, ended, idle for 12 hours, or 7 days old. */
  async of(request: WikiRequest): Promise<OpenSession | null> {
    const value = this.valueOf(request);
    if (!value) return null;
    const now = this.clock.now();
    const session = await this.database.manager.findOneBy(Session, { id: digest(value) });
    if (!session || session.expiresAt <= now || session.lastSeenAt + idleLife <= now) return null;
    if (session.lastSeenAt + minute <= now)
      await this.database.manager.update(Session, { id: session.id }, { lastSeenAt: now });
    const csrfToken = createHmac('sha256', session.csrfSecret).update('csrf').digest('base64url');
    return { id: session.id, personId: session.personId, csrfToken };
  }

  /** Signs out: ends the request's session and answers the `Set-Cookie` value that takes the cookie away. */
  async end(request: WikiRequest): Promise<string> {
    const value = this.valueOf(request);
    if (value) await this.database.manager.delete(Session, { id: digest(value) });
    return this.cookie('', 0);
  }

  private valueOf(request: WikiRequest): string | undefined {
    const { cookie } = request.headers;
    return typeof cookie === 'string' ? parse(cookie)[cookieName] : undefined;
  }

  private cookie(value: string, maxAge: number): string {
    return serialize(cookieName, value, {
      httpOnly: true,
      sameSite: 'lax',
      secure: this.config.baseUrl.startsWith('https:'),
      path: this.config.contextPath || '/',
      maxAge,
    });
  }
}

/** Whether a proof of `person`'s password still holds; whoever ends their sessions waits until the transaction is over. */
async function stillProven({ id, passwordHash }: Person, manager: EntityManager): Promise<boolean> {
  const isShared = manager.connection.options.type === 'postgres'; // SQLite knows no row locks: it lets one writer in
  const lock = isShared ? ({ mode: 'pessimistic_read' } as const) : undefined;
  const person = await manager.findOne(Person, { where: { id }, lock });
  return person !== null && person.active && person.passwordHash === passwordHash;
}
