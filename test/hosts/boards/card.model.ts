import { Field, Int, ObjectType } from '@nestjs/graphql';

/** A card, as GraphQL shows it. */
@ObjectType('Card')
export class CardModel {
  @Field(() => Int)
  id!: number;

  @Field(() => String)
  title!: string;
}
