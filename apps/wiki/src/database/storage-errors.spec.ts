import { describe, expect, it } from 'vitest';
import { QueryFailedError } from 'typeorm';
import { isStorageAway, isTaken } from './storage-errors.js';

const withCode = (code: string, message = 'said the driver') => Object.assign(new Error(message), { code });
const asQuery = (error: Error) => new QueryFailedError('select 1', [], error);

describe('the database is away', () => {
  it.each([
    ...['08000', '08001', '08003', '08006', '08P01'],
    ...['53000', '53100', '53200', '53300', '53400', '57P01', '57P02', '57P03', '57P05', '25006', '55000', '3D000'],
    ...['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'EPIPE', 'ETIMEDOUT'],
    ...['SQLITE_BUSY', 'SQLITE_BUSY_SNAPSHOT', 'SQLITE_CANTOPEN', 'SQLITE_FULL', 'SQLITE_IOERR_WRITE', 'SQLITE_LOCKED'],
    'SQLITE_READONLY',
  ])('says %s', (code) => {
    expect(isStorageAway(withCode(code))).toBe(true);
    expect(isStorageAway(asQuery(withCode(code)))).toBe(true);
    expect(isStorageAway(new AggregateError([new Error('first'), withCode(code)]))).toBe(true);
  });

  it.each([
    'Connection terminated unexpectedly',
    'Connection terminated due to connection timeout',
    'connection ended',
    'timeout exceeded when trying to connect',
    'Client has encountered a connection error and is not queryable',
  ])('says %s', (message) => {
    expect(isStorageAway(new Error(message))).toBe(true);
    expect(isStorageAway(asQuery(new Error(message)))).toBe(true);
  });

  it.each(['23505', '22021', '42P01', '40001', '57014', '5310', 'SQLITE_ERROR', 'SQLITE_CONSTRAINT', 'EACCES', ''])(
    'does not say %s',
    (code) => {
      expect(isStorageAway(withCode(code))).toBe(false);
      expect(isStorageAway(asQuery(withCode(code)))).toBe(false);
    },
  );

  it.each([null, undefined, 'ECONNRESET', { code: 7 }])('does not say %j', (thrown) =>
    expect(isStorageAway(thrown)).toBe(false),
  );
});

describe('a name is taken', () => {
  it('when the database says so', () => {
    expect(isTaken(asQuery(withCode('23505')))).toBe(true);
    expect(isTaken(asQuery(withCode('SQLITE_CONSTRAINT_UNIQUE', 'UNIQUE constraint failed')))).toBe(true);
    expect(isTaken(asQuery(withCode('23503')))).toBe(false);
  });
});
