import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, ValidateNested } from 'class-validator';
import { ContentReference } from './content-reference.request.js';
import { Nested } from './nested.decorator.js';
import { StorageBody } from './storage-body.request.js';
import { OneLine, PlainText } from './text.decorators.js';

class Container extends ContentReference {
  @IsOptional()
  @IsIn(['page'], { message: 'type must be page: comments belong to pages' })
  type?: 'page';
}

class SpaceReference {
  @OneLine(1, 64)
  key!: string;
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
  @Nested(() => StorageBody)
  body?: StorageBody;

  @IsOptional()
  @Nested(() => NewVersion)
  version?: NewVersion;
}
