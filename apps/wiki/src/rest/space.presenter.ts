import { Injectable } from '@nestjs/common';
import { type Space } from '../spaces/space.entity.js';
import { Links } from './links.js';

/** Shows spaces as Confluence does. */
@Injectable()
export class SpacePresenter {
  constructor(private readonly links: Links) {}

  show({ id, key, name, description }: Space) {
    const { base, context } = this.links;
    return {
      id,
      key,
      name,
      type: 'global',
      status: 'CURRENT',
      description: { plain: { value: description, representation: 'plain' } },
      _links: { webui: `/spaces/${key}`, self: this.links.at(`/rest/api/space/${key}`), base, context },
      _expandable: { homepage: '', metadata: '', icon: '' },
    };
  }
}
