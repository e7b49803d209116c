import { QueryFailedError } from 'typeorm';

const codeOf = (error: unknown): string => {
  const cause = error instanceof QueryFailedError ? (error.driverError as unknown) : error;
  const code = (cause as { code?: unknown } | null | undefined)?.code;
  return typeof code === 'string' ? code : '';
};

/** Whether the database refused a second row of the same name. */
export const isTaken = (error: unknown): boolean =>
  codeOf(error) === '23505' ||
  (codeOf(error).startsWith('SQLITE_CONSTRAINT') && /UNIQUE/i.test((error as Error).message));

/** Whether the database cannot be reached now. */
export const isStorageAway = (error: unknown): boolean =>
  /^(ECONN|ETIMEDOUT|EPIPE|ENOTFOUND|EAI_AGAIN|08|57P0|53|3D000|SQLITE_BUSY|SQLITE_CANTOPEN|SQLITE_IOERR)/.test(
    codeOf(error),
  ) ||
  (error instanceof Error && /connection terminated|timeout exceeded when trying to connect/i.test(error.message));
