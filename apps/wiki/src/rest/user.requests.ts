import { IsOptional } from 'class-validator';
import { OneLine, PlainText } from './text.decorators.js';

/** Which person is meant: by name or by key. */
export class UserQuery {
  @IsOptional()
  @OneLine(1, 255)
  username?: string;

  @IsOptional()
  @OneLine(1, 255)
  key?: string;
}

/** A change of one's own password. */
export class PasswordChange {
  @PlainText(1, 255)
  oldPassword!: string;

  @PlainText(8, 255)
  newPassword!: string;
}
