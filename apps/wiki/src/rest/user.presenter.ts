import { Injectable } from '@nestjs/common';
import { type Person } from '../people/person.entity.js';
import { Links } from './links.js';

/** Shows people as Confluence does. */
@Injectable()
export class UserPresenter {
  constructor(private readonly links: Links) {}

  show({ id, username, displayName }: Pick<Person, 'id' | 'username' | 'displayName'>) {
    const { base, context } = this.links;
    return {
      type: 'known',
      username,
      userKey: id,
      profilePicture: { path: `${context}/assets/person.svg`, width: 48, height: 48, isDefault: true },
      displayName,
      _links: { base, context, self: this.links.at(`/rest/api/user?key=${id}`) },
      _expandable: { status: '' },
    };
  }

  /** A person by id among those that were fetched; somebody who is not there any more has a name all the same. */
  of(id: string, people: ReadonlyMap<string, Person>) {
    return this.show(people.get(id) ?? { id, username: id, displayName: 'Unknown person' });
  }
}
