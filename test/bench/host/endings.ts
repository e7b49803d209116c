import { type INestApplication } from '@nestjs/common';
import { type Change, Changes, Cleaning, Clients, Endings, Grants, Pauses } from 'nestjs-drawbridge/oauth-provider';
import { DataSource } from 'typeorm';
import { innerProvider } from './inner-provider.js';
import { type EndingCommand, type SignIn } from './protocol.js';

/** What of the provider ends a sign-in by itself; it is not offered to hosts. */
interface Families {
  find(id: string): Promise<object | null>;
  end(change: Change, family: object, because: 'revoked'): Promise<void>;
}

/** Does what a page, an endpoint or the host itself would do. */
export async function carryOut(app: INestApplication, command: EndingCommand): Promise<void> {
  const change = <T>(work: (change: Change) => Promise<T>) =>
    app.get(Changes).make({ userId: null, address: null }, work);
  switch (command.do) {
    case 'revoke':
      return revoke(app, command.signIn, change);
    case 'withdraw': {
      const { clientId, userId } = command.signIn;
      await change((one) => app.get(Grants).endOne(one, { clientId, userId }));
      return;
    }
    case 'disable person':
      return disablePerson(app, command.signIn);
    case 'disable client':
    case 'enable client':
      return enableClient(app, command.clientId, command.do === 'enable client', change);
    case 'withdraw all':
      await change((one) => app.get(Grants).endAll(one, command.clientId));
      return;
    case 'delete client':
      return change((one) => app.get(Clients).remove(one, command.clientId));
    case 'clean':
      await app.get(Cleaning).clean(AbortSignal.timeout(command.milliseconds));
      return;
    case 'pause':
      return change((one) => app.get(Pauses).begin(one));
    case 'resume':
      return change((one) => app.get(Pauses).end(one));
  }
}

type Make = <T>(work: (change: Change) => Promise<T>) => Promise<T>;

async function revoke(app: INestApplication, { familyId }: SignIn, change: Make): Promise<void> {
  const families = innerProvider<Families>(app, 'Families');
  const family = await families.find(familyId);
  if (family) await change((one) => families.end(one, family, 'revoked'));
}

async function disablePerson(app: INestApplication, { userId }: SignIn): Promise<void> {
  await app.get(DataSource).transaction(async (manager) => {
    await manager.query(`UPDATE bench_person SET active = 0 WHERE id = '${userId}'`);
    await app.get(Endings).personChanged(manager, userId);
  });
}

async function enableClient(app: INestApplication, id: string, enabled: boolean, change: Make): Promise<void> {
  const client = await app.get(Clients).find(id);
  if (client) await change((one) => app.get(Clients).update(one, id, { ...client, enabled }));
}
