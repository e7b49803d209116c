import { IsIn, IsOptional, Matches } from 'class-validator';

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
