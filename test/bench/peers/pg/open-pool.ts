import { Pool } from 'pg';
import { type ContestantSettings } from '../../host/protocol.js';
import { urlOf } from '../peer-host.js';

/** As many connections as TypeORM keeps. */
const connections = 10;

/** A pool on its own database, in which these statements have been run. */
export async function openPool(settings: ContestantSettings, schema: string): Promise<Pool> {
  const pool = new Pool({ connectionString: urlOf(settings), max: connections });
  await pool.query(schema);
  return pool;
}
