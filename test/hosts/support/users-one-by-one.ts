import { type Person, Users } from 'nestjs-drawbridge/host';

/** People who are looked up one by one, where they are in memory anyway. */
export abstract class UsersOneByOne extends Users {
  async byIds(userIds: readonly string[]): Promise<readonly Person[]> {
    const people = await Promise.all(userIds.map((userId) => this.byId(userId)));
    return people.filter((person) => person !== null);
  }
}
