import { Injectable } from '@nestjs/common';
import { type ContentVersion } from '../content/content-version.entity.js';
import { ContentVersionsService } from '../content/content-versions.service.js';
import { type Content } from '../content/content.entity.js';
import { ContentService } from '../content/content.service.js';
import { viewOf } from '../content/storage-format.js';
import { PeopleService } from '../people/people.service.js';
import { type Person } from '../people/person.entity.js';
import { type Space } from '../spaces/space.entity.js';
import { SpacesService } from '../spaces/spaces.service.js';
import { Links } from './links.js';
import { SpacePresenter } from './space.presenter.js';
import { UserPresenter } from './user.presenter.js';

const expandable = ['body', 'version', 'space', 'history', 'container', 'ancestors'] as const;

interface Surroundings {
  readonly versions: ReadonlyMap<number, ContentVersion>;
  readonly spaces: ReadonlyMap<number, Space>;
  readonly people: ReadonlyMap<string, Person>;
  readonly containers: ReadonlyMap<number, Content>;
}

/** Shows content as Confluence does, with what the caller asked to expand. */
@Injectable()
export class ContentPresenter {
  constructor(
    private readonly contents: ContentService,
    private readonly versions: ContentVersionsService,
    private readonly spaces: SpacesService,
    private readonly people: PeopleService,
    private readonly spacePresenter: SpacePresenter,
    private readonly userPresenter: UserPresenter,
    private readonly links: Links,
  ) {}

  /** One piece of content. */
  async one(content: Content, expand: ReadonlySet<string>) {
    const [shown] = await this.many([content], expand);
    return shown!;
  }

  /** Several pieces, in the same order, fetching what belongs to them once. */
  async many(contents: readonly Content[], expand: ReadonlySet<string>) {
    const surroundings = await this.surroundings(contents);
    const shown: ReturnType<ContentPresenter['show']>[] = [];
    for (const content of contents) {
      const ancestors = expand.has('ancestors') ? await this.contents.ancestors(content) : [];
      shown.push(this.show(content, expand, surroundings, ancestors));
    }
    return shown;
  }

  private async surroundings(contents: readonly Content[]): Promise<Surroundings> {
    const versions = await this.versions.currentOf(contents);
    const authors = [...versions.values()].map(({ authorId }) => authorId);
    return {
      versions,
      spaces: await this.spaces.byIds(contents.map(({ spaceId }) => spaceId)),
      people: await this.people.byIds([...authors, ...contents.map(({ createdBy }) => createdBy)]),
      containers: await this.contents.byIds(contents.flatMap(({ containerId }) => containerId ?? [])),
    };
  }

  private show(content: Content, expand: ReadonlySet<string>, near: Surroundings, ancestors: readonly Content[]) {
    const asked = (name: string) => [...expand].some((each) => each === name || each.startsWith(`${name}.`));
    const missing = expandable.filter((name) => !asked(name)).map((name) => [name, ''] as const);
    const { base, context } = this.links;
    return {
      ...this.reference(content),
      ...(asked('space') && { space: this.spacePresenter.show(near.spaces.get(content.spaceId)!) }),
      ...(asked('body') && { body: this.body(content, expand, near) }),
      ...(asked('version') && { version: this.version(content, near) }),
      ...(asked('history') && { history: this.history(content, near) }),
      ...(asked('container') && { container: this.container(content, near) }),
      ...(asked('ancestors') && { ancestors: ancestors.map((each) => this.reference(each)) }),
      _links: { ...this.reference(content)._links, base, context },
      _expandable: Object.fromEntries(missing),
    };
  }

  private reference({ id, type, status, title, containerId }: Content) {
    const self = this.links.at(`/rest/api/content/${id.toString()}`);
    const webui =
      type === 'page' ? `/pages/${id.toString()}` : `/pages/${String(containerId)}#comment-${id.toString()}`;
    return { id: id.toString(), type, status, title, _links: { self, webui } };
  }

  private body({ id }: Content, expand: ReadonlySet<string>, near: Surroundings) {
    const value = near.versions.get(id)?.body ?? '';
    return {
      ...(expand.has('body.storage') && { storage: { value, representation: 'storage' } }),
      ...(expand.has('body.view') && { view: { value: viewOf(value), representation: 'view' } }),
      ...(expand.has('body.export_view') && { export_view: { value: viewOf(value), representation: 'export_view' } }),
    };
  }

  private version({ id, createdBy, version, updatedAt }: Content, near: Surroundings) {
    const newest = near.versions.get(id);
    return {
      by: this.userPresenter.of(newest?.authorId ?? createdBy, near.people),
      when: new Date(updatedAt).toISOString(),
      message: newest?.message ?? '',
      number: version,
      minorEdit: false,
    };
  }

  private history(content: Content, near: Surroundings) {
    return {
      latest: true,
      createdBy: this.userPresenter.of(content.createdBy, near.people),
      createdDate: new Date(content.createdAt).toISOString(),
      lastUpdated: this.version(content, near),
    };
  }

  private container({ containerId, spaceId }: Content, near: Surroundings) {
    const page = containerId === null ? undefined : near.containers.get(containerId);
    return page ? this.reference(page) : this.spacePresenter.show(near.spaces.get(spaceId)!);
  }
}
