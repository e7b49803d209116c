import { type INestApplication } from '@nestjs/common';
import { DataSource, type ObjectLiteral } from 'typeorm';
import { addClients, addPeople, type Party } from './parties.js';
import { type ContestantSettings, type PrepareCommand, type Prepared, type Ready } from './protocol.js';
import { isEnded, personId } from './scale.js';
import { grantRow, type GrantRow, SignInRows } from './sign-in-rows.js';

const batch = 200;

/** Fills drawbridge's tables, before the load and between two of them. */
export class Seed {
  private parties: readonly Party[] = [];
  private grants: readonly GrantRow[] = [];
  private turn = 0;

  /** Sign-ins as they are after their exchange, the one in fifty ended; answers their tokens. */
  async sow(app: INestApplication, settings: ContestantSettings): Promise<Omit<Ready, 'port'>> {
    if (settings.signIns === 0) return { live: [''], ended: [''], signIns: [], clients: [] };
    const database = app.get(DataSource);
    const rows = new SignInRows(app);
    await addPeople(database, settings.signIns);
    this.parties = await addClients(app, settings.clients ?? 1, settings.links ?? 0);
    const all = Array.from({ length: settings.signIns }, (_, index) => {
      const grant = grantRow(this.partyOf(index).clientId, personId(index));
      return { grant, ...rows.exchanged(grant, isEnded(index)) };
    });
    const grants = all.map(({ grant }) => grant);
    const families = all.map(({ family }) => family);
    await inBatches(database, { Grant: grants, Family: families });
    if (database.options.type === 'postgres') await database.query('ANALYZE');
    const live = all.filter((_, index) => !isEnded(index));
    this.grants = live.map(({ grant }) => grant);
    return {
      live: live.map(({ access }) => access),
      ended: all.filter((_, index) => isEnded(index)).map(({ access }) => access),
      signIns: live.map(({ access: token, family: { id: familyId, grantId, userId, clientId } }) => {
        return { token, familyId, grantId, userId, clientId };
      }),
      clients: this.parties.map(({ clientId, clientSecret }) => ({ clientId, clientSecret })),
    };
  }

  /** More sign-ins under the same grants, in turn. */
  async prepare(app: INestApplication, { prepare, count }: PrepareCommand): Promise<readonly Prepared[]> {
    const rows = new SignInRows(app);
    const byId = new Map(this.parties.map((party) => [party.clientId, party]));
    const made = Array.from({ length: count }, () => {
      const grant = this.grants[this.turn++ % this.grants.length];
      const party = grant && byId.get(grant.clientId);
      if (!grant || !party) throw new Error('There are no grants to prepare sign-ins under.');
      const { clientId, clientSecret } = party;
      return { clientId, clientSecret, ...valueOf(rows, prepare, grant) };
    });
    await inBatches(app.get(DataSource), { Family: made.map(({ family }) => family) });
    return made.map(({ clientId, clientSecret, value }) => ({ clientId, clientSecret, value }));
  }

  private partyOf(index: number): Party {
    const party = this.parties[index % this.parties.length];
    if (!party) throw new Error('There is no client.');
    return party;
  }
}

function valueOf(rows: SignInRows, kind: PrepareCommand['prepare'], grant: GrantRow) {
  if (kind === 'code') {
    const { family, code: value } = rows.waiting(grant);
    return { family, value };
  }
  const { family, access, refresh } = rows.exchanged(grant);
  return { family, value: kind === 'access token' ? access : refresh };
}

async function inBatches(database: DataSource, tables: Readonly<Record<string, readonly ObjectLiteral[]>>) {
  for (const [entity, rows] of Object.entries(tables)) {
    for (let start = 0; start < rows.length; start += batch) {
      await database.manager.insert(entity, rows.slice(start, start + batch));
    }
  }
}
