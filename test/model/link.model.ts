/** Lifetimes the wiki of the test is started with, in seconds. */
export const lifetimes = { codeSeconds: 20, accessTokenSeconds: 60, refreshTokenSeconds: 300, replaySeconds: 10 };

interface FamilyModel {
  readonly grant: number;
  readonly codeUntil: number;
  generation: number;
  hasEnded: boolean;
  accessUntil: number;
  previousUntil: number;
  refreshUntil: number;
  replayUntil: number;
}

/** What becomes of a refresh: the next pair, the same pair again, or nothing. */
export type Outcome = 'next' | 'again' | 'refused';

const after = (now: number, seconds: number) => now + seconds * 1000;

/** The life of one link with one person, as the promises tell it: small, in memory, and without a database. */
export class LinkModel {
  readonly families: FamilyModel[] = [];
  exists = true;
  enabled = true;
  isActive = true;
  isWriter = true;
  private grant = 0;

  constructor(private readonly now: () => number) {}

  consent(): void {
    const none = { generation: 0, hasEnded: false, accessUntil: 0, previousUntil: 0, refreshUntil: 0, replayUntil: 0 };
    this.families.push({ ...none, grant: this.grant, codeUntil: after(this.now(), lifetimes.codeSeconds) });
  }

  withdraw(): void {
    this.grant++;
  }

  exchange(index: number): Outcome {
    const family = this.at(index);
    if (!this.isOpen) return 'refused';
    if (family.generation > 0) return this.end(family);
    if (!this.stands(family) || this.now() >= family.codeUntil) return 'refused';
    return this.advance(family);
  }

  refresh(index: number, generation: number): Outcome {
    const family = this.at(index);
    if (!this.isOpen || !this.stands(family)) return 'refused';
    if (generation === family.generation) return this.now() < family.refreshUntil ? this.advance(family) : 'refused';
    const isLast = generation === family.generation - 1 && this.now() < family.replayUntil;
    return isLast ? 'again' : this.end(family);
  }

  revoke(index: number): void {
    if (this.isOpen) this.at(index).hasEnded = true;
  }

  /** What a request that changes something is answered with: 400 is its own empty body, once it was let in. */
  statusOf(index: number, generation: number): 400 | 401 | 403 {
    const family = this.at(index);
    const until = generation === family.generation ? family.accessUntil : family.previousUntil;
    const isRecent = generation >= family.generation - 1 && this.now() < until;
    if (!this.isOpen || !this.stands(family) || !isRecent) return 401;
    return this.isWriter ? 400 : 403;
  }

  private get isOpen(): boolean {
    return this.exists && this.enabled;
  }

  private stands(family: FamilyModel): boolean {
    return !family.hasEnded && family.grant === this.grant && this.isActive;
  }

  private advance(family: FamilyModel): Outcome {
    const now = this.now();
    const isRefresh = family.generation > 0;
    family.generation++;
    family.replayUntil = isRefresh ? after(now, lifetimes.replaySeconds) : 0;
    family.previousUntil = Math.min(family.replayUntil, family.accessUntil);
    family.accessUntil = after(now, lifetimes.accessTokenSeconds);
    family.refreshUntil = after(now, lifetimes.refreshTokenSeconds);
    return 'next';
  }

  private end(family: FamilyModel): Outcome {
    family.hasEnded = true;
    return 'refused';
  }

  private at(index: number): FamilyModel {
    const family = this.families[index];
    if (!family) throw new Error(`There is no family ${index.toString()}.`);
    return family;
  }
}
