import { QueryFailedError } from 'typeorm';

const causeOf = (error: unknown): unknown =>
  error instanceof QueryFailedError ? (error.driverError as unknown) : error;

const codeOf = (error: unknown): string => {
  const code = (causeOf(error) as { code?: unknown } | null | undefined)?.code;
  return typeof code === 'string' ? code : '';
};

/** Whether the database refused a second row of the same name. */
export const isTaken = (error: unknown): boolean =>
  codeOf(error) === '23505' ||
  (codeOf(error).startsWith('SQLITE_CONSTRAINT') && /UNIQUE/i.test((error as Error).message));

const away = {
  network: /^(ECONN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|EPIPE|ENOTFOUND|EAI_AGAIN)/,
  /** No connection, no room on disk or in memory, too many connections, stopping or starting, read-only, or gone. */
  postgres: /^(08...|53...|57P0.|25006|55000|3D000)$/,
  sqlite: /^SQLITE_(BUSY|CANTOPEN|FULL|IOERR|LOCKED|READONLY)/,
  message:
    /connection (terminated|timeout|ended)|timeout exceeded when trying to connect|client has encountered a connection error/i,
} as const;

/** Whether the database cannot be reached or take anything now: away, starting, stopping, full or locked for too long. */
export const isStorageAway = (error: unknown): boolean => {
  const cause = causeOf(error);
  if ([away.network, away.postgres, away.sqlite].some((codes) => codes.test(codeOf(cause)))) return true;
  if (cause instanceof AggregateError) return cause.errors.some(isStorageAway);
  return cause instanceof Error && away.message.test(cause.message);
};
