import { Field, ID, ObjectType } from '@nestjs/graphql';

/** A note, as GraphQL shows it. */
@ObjectType('Note')
export class NoteModel {
  @Field(() => ID)
  id!: string;
}
