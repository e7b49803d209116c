import { expect } from 'vitest';
import { type JsonAnswer } from '../support/linked-application.js';
import { Application } from './application.js';
import { LinkHost } from './link.host.js';
import { type Level, LinkModel, type Outcome, type Proof } from './link.model.js';
import type { World } from './world.js';

/** A pair of tokens as the application keeps it; generation 1 stands first. */
interface Pair {
  readonly access: string;
  readonly refresh: string;
}

/** A sign-in as the application keeps it. */
interface Family {
  readonly code: string;
  readonly pairs: Pair[];
}

/** A link of a running wiki beside its model: every step is taken in both, and what they answer is compared. */
export class LinkSystem {
  readonly model: LinkModel;
  readonly host: LinkHost;
  readonly families: Family[] = [];

  private constructor(
    private readonly world: World,
    private readonly application: Application,
  ) {
    this.model = new LinkModel(() => world.wiki.clock.now(), world.people);
    this.host = new LinkHost(world, application, this.model);
  }

  static async create(world: World): Promise<LinkSystem> {
    await world.renew();
    return new LinkSystem(world, await Application.create(world));
  }

  get secrets(): number {
    return this.application.secrets.length;
  }

  /** Answers whether there was anybody to agree, and to what. */
  async consent(person: number, asked: Level, chosen: Level): Promise<boolean> {
    if (!this.model.isOpen || !this.model.person(person).isActive) return false;
    const code = await this.application.codeFrom(await this.world.session(person), asked, chosen);
    this.families.push({ code, pairs: [] });
    this.model.consent(person, asked, chosen);
    return true;
  }

  /** Once, or several times at the same moment. */
  async exchange(index: number, secret: number, proof: Proof, times: number): Promise<void> {
    const expected = many(times, () => this.model.exchange(index, secret, proof));
    const { code } = this.family(index);
    this.keep(index, expected, await Promise.all(many(times, () => this.application.exchange(code, secret, proof))));
  }

  /** The newest refresh token, or one that is some generations old; once, or several times at the same moment. */
  async refresh(index: number, secret: number, age: number, asked: Level | null, times: number): Promise<void> {
    const { pairs } = this.family(index);
    const generation = Math.max(1, pairs.length - age);
    const token = pairs[generation - 1]?.refresh;
    if (token === undefined) return;
    const expected = many(times, () => this.model.refresh(index, secret, generation, asked));
    this.keep(index, expected, await Promise.all(many(times, () => this.application.refresh(token, secret, asked))));
  }

  async revoke(index: number, secret: number, by: keyof Pair): Promise<void> {
    const token = this.family(index).pairs.at(-1)?.[by];
    if (token === undefined) return;
    await this.application.revoke(token, secret);
    this.model.revoke(index, secret);
  }

  /** Shows access tokens at the door, the last few of every family or all, and compares who is let in. */
  async compare(last = 2): Promise<void> {
    const tokens = this.families.flatMap(({ pairs }, family) =>
      pairs.map(({ access }, position) => ({ family, generation: position + 1, access })).slice(-last),
    );
    const found = await Promise.all(tokens.map(({ access }) => this.application.write(access)));
    const name = ({ family, generation }: (typeof tokens)[number]) => `${family.toString()}.${generation.toString()}`;
    const expected = tokens.map((token) => this.model.statusOf(token.family, token.generation));
    const named = (statuses: readonly number[]) => tokens.map((token, index) => [name(token), statuses[index]]);
    expect(named(found)).toEqual(named(expected));
    await this.compareSecrets();
  }

  /** Opens whatever can be opened again, and tries every code and the newest token of every family. */
  async tryAll(): Promise<void> {
    await this.host.setEnabled(true);
    await this.host.restore();
    await this.host.createSecret(5);
    for (const [index, { pairs }] of this.families.entries()) {
      if (pairs.length === 0) await this.exchange(index, this.secrets - 1, 'right', 1);
      else await this.refresh(index, this.secrets - 1, 0, null, 1);
    }
    await this.compare(Infinity);
  }

  /** Leaves the wiki as it was found. */
  async close(): Promise<void> {
    await this.host.restore();
    await this.host.delete();
  }

  /** Tries every secret ever given, once there are several. */
  private async compareSecrets(): Promise<void> {
    const secrets = [...this.application.secrets.keys()].filter(() => this.secrets > 1);
    const answers = await Promise.all(secrets.map((secret) => this.application.revoke('unknown', secret)));
    const accepted = secrets.filter((_, index) => answers[index]?.status === 200);
    expect(accepted).toEqual(secrets.filter((secret) => this.model.proves(secret)));
  }

  private keep(index: number, expected: readonly Outcome[], answers: readonly JsonAnswer[]): void {
    const granted = answers.filter(({ status }) => status === 200).map(({ body }) => body);
    expect(granted).toHaveLength(expected.filter((outcome) => outcome !== 'refused').length);
    const { pairs } = this.family(index);
    for (const body of granted) {
      const pair = { access: String(body.access_token), refresh: String(body.refresh_token) };
      const isNew = expected.includes('next') && body === granted[0];
      if (isNew) pairs.push(pair);
      else expect(pair).toEqual(pairs.at(-1));
      const highest = String(body.scope).includes('WRITE') ? 'WRITE' : 'READ';
      expect(highest).toBe(this.model.families[index]?.access);
    }
  }

  private family(index: number): Family {
    const family = this.families[index];
    if (!family) throw new Error(`There is no family ${index.toString()}.`);
    return family;
  }
}

const many = <Result>(times: number, run: () => Result): Result[] => Array.from({ length: times }, run);
