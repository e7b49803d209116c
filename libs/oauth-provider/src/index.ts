export { serializeSqlite } from './storage/serialize-sqlite.js';
