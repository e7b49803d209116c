import { UnauthorizedException } from '@nestjs/common';

/** A page that an administrator has to sign in for: the browser is sent there and comes back. */
export class SignInFirst extends UnauthorizedException {
  constructor() {
    super('Sign in to the wiki as an administrator first.');
  }
}
