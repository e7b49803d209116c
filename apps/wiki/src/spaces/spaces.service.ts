import { ConflictException, Injectable, NotFoundException } from '@nestjs/common';
import { Clock } from 'nestjs-drawbridge/host';
import { DataSource, type EntityManager, In } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { type Listing, listingOf, type Slice } from '../database/listing.js';
import { type SignedInUser } from '../people/signed-in-user.js';
import { Space } from './space.entity.js';

/** What a new space needs. `key` is 1 to 64 letters and digits; it is kept in upper case. */
export interface NewSpace {
  readonly key: string;
  readonly name: string;
  readonly description?: string;
}

/** The spaces of the wiki. */
@Injectable()
export class SpacesService {
  constructor(
    private readonly database: DataSource,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** Every space by name, or those with the given keys. */
  async list(slice: Slice, keys?: readonly string[]): Promise<Listing<Space>> {
    const rows = await this.database.manager.find(Space, {
      where: keys ? { key: In(keys.map((key) => key.toUpperCase())) } : {},
      order: { name: 'ASC', id: 'ASC' },
      skip: slice.start,
      take: slice.limit + 1,
    });
    return listingOf(rows, slice);
  }

  /** @throws NotFoundException */
  async byKey(key: string, manager: EntityManager = this.database.manager): Promise<Space> {
    const space = await manager.findOneBy(Space, { key: key.toUpperCase() });
    if (!space) throw new NotFoundException(`There is no space with the key ${key}.`);
    return space;
  }

  /** Several spaces at once, keyed by id. */
  async byIds(ids: Iterable<number>): Promise<ReadonlyMap<number, Space>> {
    const spaces = await this.database.manager.findBy(Space, { id: In([...new Set(ids)]) });
    return new Map(spaces.map((space) => [space.id, space]));
  }

  /** @throws ConflictException when the key is taken. */
  async create(newSpace: NewSpace, actor: SignedInUser): Promise<Space> {
    const key = newSpace.key.toUpperCase();
    return this.database.transaction(async (manager) => {
      if (await manager.existsBy(Space, { key }))
        throw new ConflictException(`There is a space with the key ${key} already.`);
      const space = Object.assign(new Space(), {
        key,
        name: newSpace.name,
        description: newSpace.description ?? '',
        createdAt: this.clock.now(),
        createdBy: actor.id,
      });
      await manager.insert(Space, space);
      await this.audit.write(
        { actorId: actor.id, category: 'Spaces', summary: 'Space created', affected: key },
        manager,
      );
      return space;
    });
  }

  /** Changes what is given and leaves the rest. @throws NotFoundException */
  async update(key: string, change: Partial<Pick<Space, 'name' | 'description'>>, actor: SignedInUser): Promise<Space> {
    return this.database.transaction(async (manager) => {
      const space = await this.byKey(key, manager);
      const { name = space.name, description = space.description } = change;
      await manager.update(Space, { id: space.id }, { name, description });
      await this.audit.write(
        { actorId: actor.id, category: 'Spaces', summary: 'Space changed', affected: space.key },
        manager,
      );
      return Object.assign(space, { name, description });
    });
  }

  /** Deletes a space with everything in it, for good. @throws NotFoundException */
  async remove(key: string, actor: SignedInUser): Promise<void> {
    await this.database.transaction(async (manager) => {
      const space = await this.byKey(key, manager);
      await manager.delete(Space, { id: space.id });
      await this.audit.write(
        { actorId: actor.id, category: 'Spaces', summary: 'Space deleted', affected: space.key },
        manager,
      );
    });
  }
}
