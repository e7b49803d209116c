import { IsIn, IsOptional } from 'class-validator';
import { ExpandQuery } from './expand.query.js';
import { OneLine } from './text.decorators.js';

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
