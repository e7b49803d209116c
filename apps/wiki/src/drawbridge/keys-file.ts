import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { type Key } from 'nestjs-drawbridge/host';

interface StoredKey {
  readonly id: string;
  readonly secret: string;
}

const newKey = (): StoredKey => ({
  id: randomBytes(6).toString('hex'),
  secret: randomBytes(32).toString('base64'),
});

/** The keys in `keys.json` of a folder, the current one first. Whoever is killed in the midst leaves no half file. */
export class KeysFile {
  private readonly path: string;

  constructor(private readonly folder: string) {
    this.path = join(folder, 'keys.json');
  }

  /** Makes the file with one random key unless it is there. Several processes that start at once get the same key. */
  make(): void {
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    const draft = `${this.path}.${randomBytes(6).toString('hex')}`;
    writeDraft(draft, [newKey()]);
    try {
      // A link fails where the name is taken, so whoever comes first decides for everybody.
      linkSync(draft, this.path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    } finally {
      unlinkSync(draft);
    }
  }

  /** What is in the file, to the letter; `undefined` when there is none. */
  text(): string | undefined {
    try {
      return readFileSync(this.path, 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  }

  /** The keys in such a text. @throws Error that says what to do when there is none in it */
  keysIn(text: string): readonly [Key, ...Key[]] {
    const stored = JSON.parse(text) as readonly StoredKey[];
    const [first, ...rest] = stored.map(({ id, secret }) => ({ id, secret: Buffer.from(secret, 'base64') }));
    if (!first || [first, ...rest].some(({ secret }) => secret.length < 32))
      throw new Error(
        `${this.path} holds no usable key. Put the file back from a backup; what it protects is lost without it.`,
      );
    return [first, ...rest];
  }

  /** Adds a new key that only reads as yet, and answers its id. */
  add(): string {
    const key = newKey();
    this.change((keys) => [...keys, key]);
    return key.id;
  }

  /** Makes a key the one that writes. */
  makeCurrent(id: string): void {
    this.change((keys) => [...keys.filter((key) => key.id === id), ...keys.filter((key) => key.id !== id)]);
  }

  private change(how: (keys: readonly StoredKey[]) => readonly StoredKey[]): void {
    const draft = `${this.path}.changing`;
    const keys = JSON.parse(this.text() ?? '[]') as readonly StoredKey[];
    try {
      writeDraft(draft, how(keys));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      throw new Error(`Somebody else is changing the keys. If nobody is, remove ${draft} and try again.`, {
        cause: error,
      });
    }
    renameSync(draft, this.path);
  }
}

/** @throws Error with code `EEXIST` when there is such a file */
function writeDraft(path: string, keys: readonly StoredKey[]): void {
  const file = openSync(path, 'wx', 0o600);
  try {
    writeSync(file, JSON.stringify(keys));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
