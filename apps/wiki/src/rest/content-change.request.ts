import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsOptional, Max, Min, ValidateNested } from 'class-validator';
import { ContentReference } from './content-reference.request.js';
import { Nested } from './nested.decorator.js';
import { StorageBody } from './storage-body.request.js';
import { OneLine, PlainText } from './text.decorators.js';

class VersionBody {
  @IsInt()
  @Min(1)
  @Max(2_000_000_000)
  number!: number;

  @IsOptional()
  @PlainText(0, 255)
  message?: string;
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
  @Nested(() => StorageBody)
  body?: StorageBody;
}
