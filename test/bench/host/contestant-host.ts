import { type DynamicModule, type INestApplication, type Type } from '@nestjs/common';
import { type EndingCommand, type PrepareCommand, type Prepared, type Ready } from './protocol.js';

/** What a contestant brings along: the module with the measured route, and what fills its tables. */
export interface ContestantHost {
  readonly module: DynamicModule | Type;
  /** What has to stand before Nest's own middleware. */
  readonly install?: (app: INestApplication) => Promise<void>;
  /** Fills its tables, and answers what the load is made of. */
  readonly seed: (app: INestApplication) => Promise<Omit<Ready, 'port'>>;
  readonly prepare: (app: INestApplication, command: PrepareCommand) => Promise<readonly Prepared[]>;
  readonly carryOut?: (app: INestApplication, command: EndingCommand) => Promise<void>;
}
