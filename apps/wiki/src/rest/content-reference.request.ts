import { Type } from 'class-transformer';
import { Matches } from 'class-validator';

/** Content that is there already, by its id. */
export class ContentReference {
  @Matches(/^\d{1,9}$/, { message: 'id must be the id of content, as a string of digits' })
  @Type(() => String)
  id!: string;
}
