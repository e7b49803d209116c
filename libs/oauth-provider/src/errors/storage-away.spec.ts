import { QueryFailedError } from 'typeorm';
import { describe, expect, it } from 'vitest';
import { isStorageAway } from './storage-away.js';

const coded = (code: string) => Object.assign(new Error('driver'), { code });

describe('a database that is away', () => {
  it.each(['ECONNREFUSED', '57P01', '08006', 'SQLITE_BUSY'])(
    'P22 is told by %s, also inside a failed query',
    (code) => {
      expect(isStorageAway(coded(code))).toBe(true);
      expect(isStorageAway(new QueryFailedError('select 1', [], coded(code)))).toBe(true);
      expect(isStorageAway(new AggregateError([coded(code)]))).toBe(true);
    },
  );

  it('is not told by a mistake of ours', () => {
    expect(isStorageAway(coded('23505'))).toBe(false);
    expect(isStorageAway(new TypeError('x is undefined'))).toBe(false);
    expect(isStorageAway('ECONNREFUSED')).toBe(false);
  });
});
