import { Transform } from 'class-transformer';
import { IsEmail, IsOptional } from 'class-validator';
import { OneLine, PlainText, Username } from './text.decorators.js';

/** A new account. Confluence's names are taken, and so are the ones that answers use. */
export class NewUserBody {
  @Transform(({ obj, value }: { obj: { username?: unknown }; value: unknown }) => value ?? obj.username)
  @Username()
  userName!: string;

  @Transform(({ obj, value }: { obj: { displayName?: unknown }; value: unknown }) => value ?? obj.displayName)
  @OneLine(1, 255)
  fullName!: string;

  @IsOptional()
  @IsEmail()
  @OneLine(3, 255)
  email?: string;

  @PlainText(8, 255)
  password!: string;
}

/** A new password for somebody. */
export class PasswordBody {
  @PlainText(8, 255)
  password!: string;
}

/** A new group. */
export class NewGroupBody {
  @OneLine(1, 255)
  name!: string;
}
