import { Entity, PrimaryColumn } from 'typeorm';

/** A named set of people. Four of them give levels. */
@Entity({ name: 'wiki_group' })
export class Group {
  @PrimaryColumn({ type: 'varchar', length: 255, name: 'name' })
  name!: string;
}
