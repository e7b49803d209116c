import { ForbiddenException } from '@nestjs/common';

/** Somebody wants a new password and does not know the current one. */
export class WrongPasswordException extends ForbiddenException {
  constructor() {
    super('The current password is not right.');
  }
}
