import { expect } from 'vitest';
import type { Application } from './application.js';
import type { LinkModel } from './link.model.js';
import type { World } from './world.js';

/** Who ends a yes. */
export type Withdrawal = 'the person' | 'an administrator' | 'an administrator for all';

/** What administrators and people of a running wiki do about a link, done to its model too. */
export class LinkHost {
  constructor(
    private readonly world: World,
    private readonly application: Application,
    private readonly model: LinkModel,
  ) {}

  /** One person's yes ends, or everybody's. */
  async withdraw(by: Withdrawal, person: number): Promise<void> {
    if (!this.model.exists || (by === 'the person' && !this.model.person(person).isActive)) return;
    const { id, clientId } = this.application.link;
    if (by === 'the person') await this.world.withdrawBy(person, clientId);
    else if (by === 'an administrator') await this.world.withdrawFor(person, id);
    else await this.world.change('DELETE', this.path('/authorizations'));
    if (by === 'an administrator for all') this.model.people.forEach((one) => one.grant++);
    else this.model.person(person).grant++;
  }

  async setEnabled(enabled: boolean): Promise<void> {
    if (!this.model.exists) return;
    await this.world.administration.updateLink(this.application.link.id, { enabled });
    this.model.enabled = enabled;
  }

  async delete(): Promise<void> {
    if (!this.model.exists) return;
    await this.world.administration.deleteLink(this.application.link.id);
    this.model.exists = false;
  }

  async createSecret(overlapSeconds: number): Promise<void> {
    if (!this.model.exists) return;
    const made = await this.world.change('POST', this.path('/secrets'), { overlapSeconds });
    const { id, clientSecret } = JSON.parse(made) as { id: string; clientSecret: string };
    this.application.secrets.push({ id, text: clientSecret });
    this.model.secrets.create(overlapSeconds);
  }

  async endSecret(index: number): Promise<void> {
    const { id = '' } = this.application.secrets[index] ?? {};
    const { status } = await this.world.administration.send('DELETE', this.path(`/secrets/${id}`));
    expect([204, 404]).toContain(status);
    if (this.model.secrets.proves(index) && this.model.exists) expect(status).toBe(204);
    this.model.secrets.end(index);
  }

  async setActive(person: number, isActive: boolean): Promise<void> {
    if (isActive === this.model.person(person).isActive) return;
    await this.world.setActive(person, isActive);
    this.model.person(person).isActive = isActive;
  }

  async setWriter(person: number, isWriter: boolean): Promise<void> {
    if (isWriter === this.model.person(person).isWriter) return;
    await this.world.setWriter(person, isWriter);
    this.model.person(person).isWriter = isWriter;
  }

  async setPaused(isPaused: boolean): Promise<void> {
    if (isPaused === this.model.isPaused) return;
    await this.world.setPaused(isPaused);
    this.model.isPaused = isPaused;
  }

  /** Leaves the people as they were found. */
  async restore(): Promise<void> {
    await this.setPaused(false);
    for (const person of this.model.people.keys()) {
      await this.setActive(person, true);
      await this.setWriter(person, true);
    }
  }

  private path(rest: string): string {
    return `/rest/application-links/latest/links/${this.application.link.id}${rest}`;
  }
}
