import { type Level, type Person } from 'nestjs-drawbridge/host';
import { type Scope } from 'nestjs-drawbridge/scopes';
import { type ReadAsOf } from '../endings/known-endings.js';
import { type FamilyReading, type FamilyState } from './family-state.js';

/** What is remembered of a person. */
export type Standing = Pick<Person, 'active' | 'level'>;

/** A reading that has begun. */
export interface BegunReading {
  readonly id: string;
  readonly at: number;
  readonly age: number;
}

/** What is remembered together with a family. */
export interface RememberedWith {
  /** Its person; `undefined` where the host does not tell of changes. */
  readonly person: Standing | undefined;
  /** The key that its current access token was seen to be made with; `null` when it was not seen. */
  readonly key: Buffer | null;
}

/** A family that stood when it was read. There may be many: flat, and with nothing in it that is the same for all. */
export class RememberedFamily implements FamilyState, ReadAsOf {
  readonly id: string;
  readonly clientId: string;
  readonly grantId: string;
  readonly userId: string;
  readonly generation: number;
  readonly accessDigest: string | null;
  readonly accessExpiresAt: number | null;
  readonly previousAccessUntil: number | null;
  readonly scope: Scope | null;
  readonly asOf: number;
  readonly age: number;
  /** When the reading began, in milliseconds since 1970. */
  readonly readAt: number;
  /** When a reading began that saw it at this generation. */
  seenAt: number;
  /** The reading of its generation that is under way. */
  look: Promise<void> | undefined = undefined;
  readonly key: Buffer | null;
  /** The level of its person; `undefined` where the host does not tell of changes, and is asked each time. */
  private readonly level: Level | null | undefined;

  constructor({ state, asOf }: FamilyReading, { at, age }: BegunReading, { person, key }: RememberedWith) {
    this.id = state.id;
    this.clientId = state.clientId;
    this.grantId = state.grantId;
    this.userId = state.userId;
    this.generation = state.generation;
    this.accessDigest = state.accessDigest;
    this.accessExpiresAt = state.accessExpiresAt;
    this.previousAccessUntil = state.previousAccessUntil;
    this.scope = state.scope;
    this.asOf = asOf;
    this.age = age;
    this.readAt = at;
    this.seenAt = at;
    this.key = key;
    this.level = person?.active ? person.level : undefined;
  }

  /** Its person, active; `undefined` where the host has to be asked. */
  get person(): Standing | undefined {
    return this.level === undefined ? undefined : { active: true, level: this.level };
  }

  get endedAt(): null {
    return null;
  }

  get endedBecause(): null {
    return null;
  }

  get client(): 'enabled' {
    return 'enabled';
  }

  get hasGrant(): true {
    return true;
  }

  get isPaused(): false {
    return false;
  }
}
