import { createHash, createHmac, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import {
  Clock,
  FormTickets,
  type SignedInPerson,
  type TicketRefusal,
  type TicketSubject,
} from 'nestjs-drawbridge/host';
import { DataSource } from 'typeorm';
import { DerivedKeys } from '../tokens/derived-keys.service.js';
import { digestOf, sameText } from '../tokens/digest.js';
import { UsedTicket } from './used-ticket.entity.js';

/** For how long a form may lie open, in milliseconds. */
const formLife = 3_600_000;
/** For how long the ticket of a page's script is good, in milliseconds. */
const sessionLife = 12 * 3_600_000;

const fingerprint = (parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url');

/** `expiry.random.signature`; only the digest of a redeemed one is stored. */
@Injectable()
export class StoredFormTickets extends FormTickets {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(DerivedKeys) private readonly keys: DerivedKeys,
    @Inject(Clock) private readonly clock: Clock,
  ) {
    super();
  }

  async issue(subject: TicketSubject): Promise<string> {
    return this.sign(this.bindingOf(subject), formLife);
  }

  async redeem(ticket: string | undefined, subject: TicketSubject): Promise<TicketRefusal | null> {
    const refusal = this.check(ticket, this.bindingOf(subject));
    if (refusal || ticket === undefined) return refusal;
    return (await this.use(ticket)) ? null : 'used';
  }

  async issueForSession(person: SignedInPerson): Promise<string> {
    return this.sign(this.sessionBindingOf(person), sessionLife);
  }

  async checkForSession(ticket: string | undefined, person: SignedInPerson): Promise<TicketRefusal | null> {
    return this.check(ticket, this.sessionBindingOf(person));
  }

  private bindingOf({ purpose, person, shown }: TicketSubject): string {
    return fingerprint(['form', purpose, person.userId, person.sessionId, ...shown]);
  }

  private sessionBindingOf(person: SignedInPerson): string {
    return fingerprint(['session', person.userId, person.sessionId]);
  }

  private sign(binding: string, life: number): string {
    const content = `${(this.clock.now() + life).toString(36)}.${randomBytes(16).toString('base64url')}`;
    return `${content}.${this.signature(content, binding, this.keys.current('form-ticket').secret)}`;
  }

  private check(ticket: string | undefined, binding: string): TicketRefusal | null {
    if (!ticket) return 'missing';
    const [expiry = '', random = ''] = ticket.split('.');
    const content = `${expiry}.${random}`;
    const signatures = this.keys.all('form-ticket').map(({ secret }) => this.signature(content, binding, secret));
    const authentic = signatures.some((signature) => sameText(`${content}.${signature}`, ticket));
    if (!authentic) return 'forged';
    return Number.parseInt(expiry, 36) > this.clock.now() ? null : 'expired';
  }

  private signature(content: string, binding: string, key: Buffer): string {
    return createHmac('sha256', key).update(content).update(binding).digest('base64url');
  }

  private async use(ticket: string): Promise<boolean> {
    const digest = digestOf(ticket);
    const expiresAt = Number.parseInt(ticket.split('.')[0] ?? '', 36);
    const { manager } = this.dataSource;
    try {
      await manager.insert(UsedTicket, { digest, expiresAt });
      return true;
    } catch (error) {
      if (await manager.existsBy(UsedTicket, { digest })) return false;
      throw error;
    }
  }
}
