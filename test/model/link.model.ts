import { after, lifetimes } from './lifetimes.js';
import { SecretsModel } from './secrets.model.js';

export type Level = 'READ' | 'WRITE';

/** What comes with a code: all that belongs to it, or one thing that does not. */
export type Proof = 'right' | 'wrong verifier' | 'no verifier' | 'other redirect URI';

/** What becomes of a request for tokens: the next pair, the same pair again, or nothing. */
export type Outcome = 'next' | 'again' | 'refused';

interface PersonModel {
  isActive: boolean;
  isWriter: boolean;
  /** Counts the withdrawals: what was given before the last one is gone. */
  grant: number;
}

interface FamilyModel {
  readonly person: PersonModel;
  readonly grant: number;
  readonly consented: Level;
  readonly lifeUntil: number;
  readonly codeUntil: number;
  generation: number;
  hasEnded: boolean;
  access: Level;
  accessUntil: number;
  previousUntil: number;
  refreshUntil: number;
  replayUntil: number;
}

export const lower = (one: Level, other: Level): Level => (one === 'WRITE' ? other : one);
const none = { generation: 0, hasEnded: false, accessUntil: 0, previousUntil: 0, refreshUntil: 0, replayUntil: 0 };

/** The life of one link with its people, as the promises tell it: small, in memory, and without a database. */
export class LinkModel {
  readonly families: FamilyModel[] = [];
  readonly secrets: SecretsModel;
  readonly people: readonly PersonModel[];
  exists = true;
  enabled = true;
  isPaused = false;

  constructor(
    private readonly now: () => number,
    people: number,
  ) {
    this.secrets = new SecretsModel(now);
    this.people = Array.from({ length: people }, () => ({ isActive: true, isWriter: true, grant: 0 }));
  }

  get isOpen(): boolean {
    return this.exists && this.enabled;
  }

  /** Whether a secret lets the application in at the token endpoint. */
  proves(secret: number): boolean {
    return this.isOpen && this.secrets.proves(secret);
  }

  person(index: number): PersonModel {
    return at(this.people, index);
  }

  consent(person: number, asked: Level, chosen: Level): void {
    const given = lower(asked, chosen);
    const lifeUntil = after(this.now(), lifetimes.familySeconds);
    const codeUntil = Math.min(lifeUntil, after(this.now(), lifetimes.codeSeconds));
    const { grant } = this.person(person);
    const of = { person: this.person(person), grant, consented: given, access: given };
    this.families.push({ ...none, ...of, lifeUntil, codeUntil });
  }

  exchange(index: number, secret: number, proof: Proof): Outcome {
    const family = at(this.families, index);
    if (!this.proves(secret)) return 'refused';
    if (family.generation > 0 || proof !== 'right') return this.end(family);
    if (!this.stands(family) || this.now() >= family.codeUntil) return 'refused';
    return this.advance(family, family.consented);
  }

  refresh(index: number, secret: number, generation: number, asked: Level | null): Outcome {
    const family = at(this.families, index);
    if (!this.proves(secret)) return 'refused';
    if (generation < family.generation) {
      if (generation < family.generation - 1 || this.now() >= family.replayUntil) return this.end(family);
      return this.stands(family) ? 'again' : 'refused';
    }
    const wanted = asked ?? family.consented;
    const isWider = wanted !== lower(wanted, family.consented);
    if (!this.stands(family) || isWider || this.now() >= family.refreshUntil) return 'refused';
    return this.advance(family, wanted);
  }

  revoke(index: number, secret: number): void {
    if (this.proves(secret)) this.end(at(this.families, index));
  }

  /** What a request that changes something is answered with: 400 is its own empty body, once it was let in. */
  statusOf(index: number, generation: number): 400 | 401 | 403 | 503 {
    const family = at(this.families, index);
    const { person, access } = family;
    const until = generation === family.generation ? family.accessUntil : family.previousUntil;
    const isRecent = generation >= family.generation - 1 && this.now() < until;
    if (this.isPaused) return 503;
    if (!this.isOpen || !this.stands(family) || !isRecent) return 401;
    return access === 'WRITE' && person.isWriter ? 400 : 403;
  }

  private stands({ hasEnded, grant, person }: FamilyModel): boolean {
    return !hasEnded && grant === person.grant && person.isActive;
  }

  private advance(family: FamilyModel, access: Level): Outcome {
    const until = (seconds: number) => Math.min(after(this.now(), seconds), family.lifeUntil);
    const isRefresh = family.generation > 0;
    const isNoWider = access === lower(access, family.access);
    family.generation++;
    family.replayUntil = isRefresh ? after(this.now(), lifetimes.replaySeconds) : 0;
    // The old access token is judged by what the new one may, and must not gain by it.
    family.previousUntil = isNoWider ? Math.min(family.replayUntil, family.accessUntil) : 0;
    family.access = access;
    family.accessUntil = until(lifetimes.accessTokenSeconds);
    family.refreshUntil = until(lifetimes.refreshTokenSeconds);
    return 'next';
  }

  private end(family: FamilyModel): Outcome {
    family.hasEnded = true;
    return 'refused';
  }
}

function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[index];
  if (item === undefined) throw new Error(`There is no number ${index.toString()}.`);
  return item;
}
