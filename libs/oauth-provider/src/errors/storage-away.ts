/** What drivers say when the database cannot be reached, is starting, stopping, full or locked for too long. */
const awayCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EPIPE',
  'ETIMEDOUT',
  '53100', // disk_full
  '53200', // out_of_memory
  '53300', // too_many_connections
  '55000', // a standby that takes no writes
  '25006', // read_only_sql_transaction
  '57P01', // admin_shutdown
  '57P02', // crash_shutdown
  '57P03', // cannot_connect_now
  'SQLITE_BUSY',
  'SQLITE_CANTOPEN',
  'SQLITE_FULL',
  'SQLITE_IOERR',
  'SQLITE_LOCKED',
  'SQLITE_READONLY',
]);

/** When it is worth asking a database that was away again, in seconds. */
export const storageRetrySeconds = 2;

const awayMessages =
  /connection (terminated|timeout|ended)|timeout exceeded when trying to connect|client has encountered a connection error/i;

/** Whether an error means that the database is away for now; then nothing is said about any token (503, never 401). */
export function isStorageAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, driverError } = error as Error & { code?: unknown; driverError?: unknown };
  if (typeof code === 'string' && (awayCodes.has(code) || code.startsWith('08'))) return true;
  if (awayMessages.test(error.message)) return true;
  if (error instanceof AggregateError) return error.errors.some(isStorageAway);
  return driverError !== undefined && driverError !== error && isStorageAway(driverError);
}
