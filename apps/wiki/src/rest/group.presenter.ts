import { Injectable } from '@nestjs/common';
import { type Group } from '../groups/group.entity.js';
import { Links } from './links.js';

/** Shows groups as Confluence does. */
@Injectable()
export class GroupPresenter {
  constructor(private readonly links: Links) {}

  show({ name }: Group) {
    return { type: 'group', name, _links: { self: this.links.at(`/rest/api/group/${encodeURIComponent(name)}`) } };
  }
}
