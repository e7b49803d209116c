import { type Access } from 'nestjs-drawbridge/scopes';

/** An access in words. */
export const wordsFor = (access: Access | undefined): string =>
  access ? `${access.userId}, ${access.effective ?? 'nothing'}` : 'a session';
