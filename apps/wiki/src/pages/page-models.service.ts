import { Injectable } from '@nestjs/common';
import { type Content } from '../content/content.entity.js';
import { ContentService } from '../content/content.service.js';
import { ContentVersionsService } from '../content/content-versions.service.js';
import { type SpaceFrame } from '../layout/frame.js';
import { type NamedPerson } from '../layout/person-link.js';
import { PeopleService } from '../people/people.service.js';
import { type Space } from '../spaces/space.entity.js';
import { SpacesService } from '../spaces/spaces.service.js';
import { type Trail } from './breadcrumbs.js';
import { pageTree } from './page-tree.js';
import { type RecentPage } from './recent-pages.js';

/** Gathers what several pages show alike: the frame of a space, the way down to a page, names, recent changes. */
@Injectable()
export class PageModels {
  constructor(
    private readonly contents: ContentService,
    private readonly versions: ContentVersionsService,
    private readonly spaces: SpacesService,
    private readonly people: PeopleService,
  ) {}

  /** A space's sidebar, with the page being read marked in it. */
  async frameOf(space: Space, current?: Content): Promise<SpaceFrame> {
    const tree = pageTree(await this.contents.pagesOf(space.id));
    const frame = { kind: 'space', key: space.key, name: space.name, tree } as const;
    return current ? { ...frame, currentPage: current.id.toString() } : frame;
  }

  /** The space of a piece of content. */
  async spaceOf(content: Content): Promise<Space> {
    return (await this.spaces.byIds([content.spaceId])).get(content.spaceId)!;
  }

  /** The way down to a page, the page itself left out unless `including` it. */
  async trailOf(space: Space, page: Content | null, including = false): Promise<Trail> {
    const above = page ? await this.contents.ancestors(page) : [];
    const ancestors = page && including ? [...above, page] : above;
    return { space, ancestors: ancestors.map(({ id, title }) => ({ id: id.toString(), title })) };
  }

  /** How people are named, by id; `null` for unknown ones. */
  async names(ids: Iterable<string>): Promise<(id: string) => NamedPerson> {
    const people = await this.people.byIds(ids);
    return (id) => people.get(id) ?? null;
  }

  /** Pages with who changed them last, in the order given. */
  async recent(pages: readonly Content[]): Promise<readonly RecentPage[]> {
    const [versions, spaces] = await Promise.all([
      this.versions.currentOf(pages),
      this.spaces.byIds(pages.map(({ spaceId }) => spaceId)),
    ]);
    const authorOf = ({ id }: Content) => versions.get(id)?.authorId ?? '';
    const name = await this.names(pages.map(authorOf));
    return pages.map((page) => ({
      id: page.id.toString(),
      title: page.title,
      spaceName: spaces.get(page.spaceId)?.name ?? '',
      author: name(authorOf(page)),
      updatedAt: page.updatedAt,
    }));
  }
}
