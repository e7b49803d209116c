import { it } from 'vitest';
import { sqlite } from '../support/databases.js';
import { livesAgreeOn, livesTimeout } from './lives.js';

it(
  'P1 P4 P7 P8 P9 P13 lets in whom the model lets in, whatever happens to a link in whatever order, on SQLite',
  () => livesAgreeOn(sqlite),
  livesTimeout,
);
