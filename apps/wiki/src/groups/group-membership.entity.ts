import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Person } from '../people/person.entity.js';
import { Group } from './group.entity.js';

/** One person's place in one group. */
@Entity({ name: 'wiki_group_membership' })
export class GroupMembership {
  @ForeignKey(() => Person, { onDelete: 'CASCADE' })
  @PrimaryColumn({ type: 'varchar', length: 32, name: 'person_id' })
  personId!: string;

  @Index('wiki_group_membership_group')
  @ForeignKey(() => Group, { onDelete: 'CASCADE' })
  @PrimaryColumn({ type: 'varchar', length: 255, name: 'group_name' })
  groupName!: string;
}
