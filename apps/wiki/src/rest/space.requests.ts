import { Transform } from 'class-transformer';
import { IsIn, IsOptional, Matches } from 'class-validator';
import { Nested } from './nested.decorator.js';
import { SliceQuery } from './slice.query.js';
import { OneLine, PlainText } from './text.decorators.js';

/** Which spaces are asked for. */
export class SpaceQuery extends SliceQuery {
  /** One or several keys. */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (Array.isArray(value) ? (value as unknown[]) : [value]))
  @OneLine(1, 64, { each: true })
  spaceKey?: string[];

  /** Every space of this wiki is `global`. */
  @IsOptional()
  @IsIn(['global', 'personal'])
  type?: 'global' | 'personal';
}

class PlainValue {
  @IsOptional()
  @PlainText(0, 10_000)
  value?: string;
}

class SpaceDescription {
  @IsOptional()
  @Nested(() => PlainValue)
  plain?: PlainValue;
}

/** A change of a space. */
export class SpaceBody {
  @IsOptional()
  @OneLine(1, 200)
  name?: string;

  @IsOptional()
  @Nested(() => SpaceDescription)
  description?: SpaceDescription;
}

/** A new space. */
export class NewSpaceBody extends SpaceBody {
  @Matches(/^[A-Za-z0-9]{1,64}$/, { message: 'key must be 1 to 64 letters and digits' })
  key!: string;

  @OneLine(1, 200)
  declare name: string;
}
