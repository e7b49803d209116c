import { Type } from 'class-transformer';
import {
  IsArray,
  ArrayMaxSize,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { Nested } from './nested.decorator.js';
import { SliceQuery } from './slice.query.js';
import { OneLine, PlainText } from './text.decorators.js';

const contentId = /^\d{1,9}$/;

/** What an answer shall hold besides the plain content. */
export class ExpandQuery extends SliceQuery {
  /** Names with commas between them, for instance `body.storage,version`; unknown ones are ignored. */
  @IsOptional()
  @IsString({ each: true })
  expand?: string | string[];

  /** The single names. */
  expansions(): ReadonlySet<string> {
    return new Set([this.expand ?? []].flat().flatMap((names) => names.split(',').map((name) => name.trim())));
  }
}

/** Which content a list holds. */
export class ContentListQuery extends ExpandQuery {
  @IsOptional()
  @IsIn(['page', 'comment'])
  type?: 'page' | 'comment';

  @IsOptional()
  @OneLine(1, 64)
  spaceKey?: string;

  @IsOptional()
  @OneLine(1, 255)
  title?: string;
}

class StorageValue {
  @PlainText(0, 2_000_000)
  value!: string;

  @IsOptional()
  @IsIn(['storage'], { message: 'representation must be storage' })
  representation?: 'storage';
}

class ContentBody {
  @Nested(() => StorageValue)
  storage!: StorageValue;
}

class ContentReference {
  @Matches(contentId, { message: 'id must be the id of content, as a string of digits' })
  @Type(() => String)
  id!: string;
}

class Container extends ContentReference {
  @IsOptional()
  @IsIn(['page'], { message: 'type must be page: comments belong to pages' })
  type?: 'page';
}

class SpaceReference {
  @OneLine(1, 64)
  key!: string;
}

class VersionBody {
  @IsInt()
  @Min(1)
  @Max(2_000_000_000)
  number!: number;

  @IsOptional()
  @PlainText(0, 255)
  message?: string;
}

class NewVersion {
  @IsOptional()
  @PlainText(0, 255)
  message?: string;
}

/** A new page or comment. */
export class NewContentBody {
  @IsIn(['page', 'comment'], { message: 'type must be page or comment' })
  type!: 'page' | 'comment';

  /** Pages need one; comments have none. */
  @IsOptional()
  @OneLine(1, 255)
  title?: string;

  /** Pages need one; a comment is where its page is. */
  @IsOptional()
  @Nested(() => SpaceReference)
  space?: SpaceReference;

  /** The page above, as its last entry says; or the comment that is answered. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => ContentReference)
  ancestors?: ContentReference[];

  /** The page that a comment is on. */
  @IsOptional()
  @Nested(() => Container)
  container?: Container;

  @IsOptional()
  @Nested(() => ContentBody)
  body?: ContentBody;

  @IsOptional()
  @Nested(() => NewVersion)
  version?: NewVersion;
}

/** A change of content. */
export class ContentChangeBody {
  @Nested(() => VersionBody)
  version!: VersionBody;

  @IsOptional()
  @OneLine(1, 255)
  title?: string;

  @IsOptional()
  @IsIn(['page', 'comment'])
  type?: 'page' | 'comment';

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => ContentReference)
  ancestors?: ContentReference[];

  @IsOptional()
  @Nested(() => ContentBody)
  body?: ContentBody;
}

/** One label. */
export class LabelBody {
  @IsOptional()
  @IsIn(['global'], { message: 'prefix must be global' })
  prefix?: 'global';

  @Matches(/^[^\s\p{C},;:!?&#*()[\]{}^@<>"'\\/]{1,255}$/u, {
    message: 'name must be one word of letters, digits, dash, dot or underscore',
  })
  name!: string;
}
