import { IsOptional, IsString } from 'class-validator';
import { SliceQuery } from './slice.query.js';

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
