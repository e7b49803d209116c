import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { type Slice } from '../database/listing.js';

/** The query parameters `start` and `limit` of every list. Limits above 200 are cut to 200. */
export class SliceQuery {
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(1_000_000_000)
  start?: number;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(1_000_000_000)
  limit?: number;

  /** The part that is asked for. Default: the first 25. */
  slice(most = 25): Slice {
    return { start: this.start ?? 0, limit: Math.min(this.limit ?? most, 200) };
  }
}
