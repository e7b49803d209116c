import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { EndingWatch } from '../endings/ending-watch.service.js';
import { Remembered } from '../endings/remembered.js';
import { ClientSecret } from './client-secret.entity.js';
import { Client } from './client.entity.js';

/** A client with all of its secrets that are stored, also those that have ended. */
export interface KnownClient {
  readonly client: Client;
  readonly secrets: readonly ClientSecret[];
}

/** How many clients a node keeps in memory, some two kilobytes each. */
const mostClients = 10_000;

/** Clients as the endpoints of applications need them, again and again: remembered until something about one changes. */
@Injectable()
export class KnownClients {
  private readonly remembered: Remembered<KnownClient>;

  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(EndingWatch) endings: EndingWatch,
  ) {
    const read = (id: string) => this.read(id);
    this.remembered = new Remembered(endings, { kind: 'client', most: mostClients, read });
  }

  /**
   * A client as it is now; `null` when there is none. When it was last used may be older.
   *
   * @param since as it was at any time after this moment suffices; by `performance.now()`
   */
  now(id: string, since?: number): Promise<KnownClient | null> {
    return this.remembered.now(id, since);
  }

  private async read(id: string): Promise<KnownClient | null> {
    const { manager } = this.dataSource;
    const [client, secrets] = await Promise.all([
      manager.findOneBy(Client, { id }),
      manager.findBy(ClientSecret, { clientId: id }),
    ]);
    return client && { client, secrets };
  }
}
