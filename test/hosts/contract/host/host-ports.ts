import { type DynamicModule, Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { BaseUrl, CurrentUser, HostModule, type Key, Keys, type Level, Users } from 'nestjs-drawbridge/host';
import { TestClock } from '../../../support/test-clock.js';
import { PeopleModule } from './people.module.js';
import { PeopleService } from './people.service.js';
import { type PersonsRequest } from './sign-in.guard.js';

@Injectable()
class PeopleFromCookies extends CurrentUser {
  constructor(private readonly people: PeopleService) {
    super();
  }

  async of(request: unknown) {
    const { headers } = request as PersonsRequest;
    const person = headers.authorization === undefined ? this.people.ofCookie(headers.cookie) : null;
    return person && { userId: person.userId, sessionId: person.userId };
  }

  signInUrl = () => '/login';

  async become(request: unknown, userId: string, level: Level | null): Promise<void> {
    const person = this.people.byId(userId);
    (request as PersonsRequest).user = person && { ...person, level };
  }
}

@Injectable()
class KnownPeople extends Users {
  constructor(private readonly people: PeopleService) {
    super();
  }

  byId = async (userId: string) => this.people.byId(userId);

  byIds = async (userIds: readonly string[]) => userIds.flatMap((userId) => this.people.byId(userId) ?? []);
}

class LocalBaseUrl extends BaseUrl {
  get = () => 'http://127.0.0.1';
}

class OneKey extends Keys {
  private readonly key: Key = { id: 'only', secret: randomBytes(32) };

  all = (): readonly [Key] => [this.key];
}

/** What the libraries ask of this host, and a clock that can be put ahead. */
export const hostPorts = (): DynamicModule =>
  HostModule.forRoot({
    imports: [PeopleModule],
    currentUser: PeopleFromCookies,
    users: KnownPeople,
    baseUrl: LocalBaseUrl,
    keys: OneKey,
    clock: TestClock,
  });
