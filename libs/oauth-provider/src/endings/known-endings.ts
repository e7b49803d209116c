import { type Ending, type EndingKind } from './ending.entity.js';

/** What a row depends on, and when it was read. */
export interface Dependent {
  readonly id: string;
  readonly grantId: string;
  readonly clientId: string;
  readonly userId: string;
}

/** Since when something that was read has been true. */
export interface ReadAsOf {
  /** The number of the newest ending that it knows of. */
  readonly asOf: number;
  /** {@link KnownEndings.age} before it was read. */
  readonly age: number;
}

/** Before the first. */
const none: Pick<Ending, 'number' | 'at'> = { number: 0, at: 0 };

/**
 * The endings that a node knows of, by what they are about. Something read as of a number still holds unless a later
 * ending is about it. When they cannot tell any more, everything that was read before is of an age that is over.
 */
export class KnownEndings {
  private newest: Pick<Ending, 'number' | 'at'> | null = null;
  private currentAge = 0;
  private readonly last: Readonly<Record<Exclude<EndingKind, 'all'>, Map<string, number>>> = {
    family: new Map(),
    grant: new Map(),
    client: new Map(),
    person: new Map(),
  };

  private readonly newestOf: Record<Exclude<EndingKind, 'all'>, number> = { family: 0, grant: 0, client: 0, person: 0 };

  /** @param most How many it tells apart. */
  constructor(readonly most: number) {}

  /** Goes up whenever everything is forgotten. */
  get age(): number {
    return this.currentAge;
  }

  /** The number of the newest; `null` before the first look. */
  get number(): number | null {
    return this.newest?.number ?? null;
  }

  /** Whether this one is the newest that is known. */
  isNewest({ number, at }: Pick<Ending, 'number' | 'at'>): boolean {
    return this.newest?.number === number && this.newest.at === at;
  }

  /**
   * Takes note of what is stored from {@link number} on, that one included. Answers `false` when it does not follow on
   * what is known, because some have been cleaned away or the database is another one: then {@link forget}.
   */
  follow(stored: readonly Ending[]): boolean {
    if (!this.newest) return false;
    const [known, ...fresh] = this.newest.number === 0 ? [none, ...stored] : stored;
    if (!known || !this.isNewest(known)) return false;
    for (const ending of fresh as readonly Ending[]) {
      if (ending.number !== this.newest.number + 1) return false;
      this.note(ending);
      this.newest = ending;
    }
    return true;
  }

  /** Begins a new age, at the newest ending there is. */
  forget(newest: Pick<Ending, 'number' | 'at'> | null): void {
    this.newest = newest ?? none;
    this.beginAge();
  }

  /** What changes with every ending about any subject of a kind. */
  revisionOf(kind: Exclude<EndingKind, 'all'>): { readonly age: number; readonly newest: number } {
    return { age: this.currentAge, newest: this.newestOf[kind] };
  }

  /** Whether what was read of one subject then still holds, as far as is known. */
  leaves(kind: Exclude<EndingKind, 'all'>, id: string, { asOf, age }: ReadAsOf): boolean {
    return age === this.currentAge && (this.last[kind].get(id) ?? 0) <= asOf;
  }

  /** The same of something that depends on several. */
  leave({ id, grantId, clientId, userId }: Dependent, { asOf, age }: ReadAsOf): boolean {
    const { family, grant, client, person } = this.last;
    return (
      age === this.currentAge &&
      (family.get(id) ?? 0) <= asOf &&
      (grant.get(grantId) ?? 0) <= asOf &&
      (client.get(clientId) ?? 0) <= asOf &&
      (person.get(userId) ?? 0) <= asOf
    );
  }

  private note({ kind, subject, number }: Ending): void {
    if (kind === 'all') this.beginAge();
    else {
      this.last[kind].set(subject, number);
      this.newestOf[kind] = number;
    }
    const known = Object.values(this.last).reduce((sum, { size }) => sum + size, 0);
    if (known > this.most) this.beginAge();
  }

  private beginAge(): void {
    this.currentAge++;
    for (const subjects of Object.values(this.last)) subjects.clear();
  }
}
