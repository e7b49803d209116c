import { HttpException } from '@nestjs/common';

/** An error of the token endpoint (RFC 6749 §5.2). */
export class TokenError extends HttpException {
  constructor(error: 'invalid_client' | 'invalid_grant' | 'unsupported_grant_type') {
    super({ error }, error === 'invalid_client' ? 401 : 400);
  }
}
