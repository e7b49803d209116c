import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, unlinkSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { type Key } from 'nestjs-drawbridge/host';

interface StoredKey {
  readonly id: string;
  readonly secret: string;
}

/**
 * The keys in `keys.json` of a folder, made with one random key when there is no such file. Several processes that start
 * at once get the same keys, and one that is killed leaves no half file.
 */
export function keysFromFile(folder: string): readonly [Key, ...Key[]] {
  const path = join(folder, 'keys.json');
  const stored = read(path) ?? make(folder, path);
  const [first, ...rest] = stored.map(({ id, secret }) => ({ id, secret: Buffer.from(secret, 'base64') }));
  if (!first || [first, ...rest].some(({ secret }) => secret.length < 32))
    throw new Error(
      `${path} holds no usable key. Put the file back from a backup; what it protects is lost without it.`,
    );
  return [first, ...rest];
}

function read(path: string): readonly StoredKey[] | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as readonly StoredKey[];
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function make(folder: string, path: string): readonly StoredKey[] {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  const key = { id: randomBytes(6).toString('hex'), secret: randomBytes(32).toString('base64') };
  const file = openSync(draft, 'wx', 0o600);
  try {
    writeSync(file, JSON.stringify([key]));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  try {
    // A link fails where the name is taken, so whoever comes first decides for everybody.
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    unlinkSync(draft);
  }
  return read(path) ?? [];
}
