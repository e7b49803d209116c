import { Inject, Injectable } from '@nestjs/common';
import { type Person, Users } from 'nestjs-drawbridge/host';
import { batchedReads } from '../batches/batches.js';
import { EndingWatch } from '../endings/ending-watch.service.js';
import { Remembered } from '../endings/remembered.js';
import { OAuthProviderOptions } from '../oauth-provider.options.js';

/** How many people a node keeps in memory, some 400 bytes each. What their tokens are judged by is kept with the tokens. */
const mostPeople = 10_000;

/** Who people are **now**: asked of the host, once for all who ask at one moment, or remembered where the host tells of changes. */
@Injectable()
export class People {
  private readonly asked = batchedReads<string, Person>((ids) => this.askAll(ids), 'side by side');
  private readonly remembered: Remembered<Person>;

  constructor(
    @Inject(Users) private readonly users: Users,
    @Inject(OAuthProviderOptions) private readonly options: OAuthProviderOptions,
    @Inject(EndingWatch) endings: EndingWatch,
  ) {
    const read = (id: string) => this.asked.add(id);
    this.remembered = new Remembered(endings, { kind: 'person', most: mostPeople, read });
  }

  /** Whether people need not be asked for again until the host tells that they changed. */
  get areTold(): boolean {
    return this.options.personChangesAreTold && this.options.rememberedTokens > 0;
  }

  /**
   * A person as they are now; `null` when they are gone.
   *
   * @param since as they were at any time after this moment suffices; by `performance.now()`
   */
  now(id: string, since?: number): Promise<Person | null> {
    return this.areTold ? this.remembered.now(id, since) : this.asked.add(id);
  }

  private async askAll(ids: ReadonlySet<string>): Promise<ReadonlyMap<string, Person>> {
    const [only] = ids;
    const people =
      only !== undefined && ids.size === 1 ? [await this.users.byId(only)] : await this.users.byIds([...ids]);
    return new Map(people.flatMap((person) => (person ? [[person.userId, person]] : [])));
  }
}
