import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WikiConfig } from '../config/wiki-config.js';
import { WikiKeys } from './wiki-keys.js';

describe('the wiki’s keys', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'wiki-keys-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('are made once, for the owner’s eyes only', async () => {
    const dataDir = join(folder, 'data');
    const [first, second] = [1, 2].map(() => new WikiKeys(new WikiConfig({ dataDir })).all());
    expect(first![0].secret).toHaveLength(32);
    expect(second).toEqual(first);
    expect(await readdir(dataDir)).toEqual(['keys.json']);
    expect((await stat(join(dataDir, 'keys.json'))).mode & 0o777).toBe(0o600);
  });

  it('are never replaced when the file cannot be read', async () => {
    await writeFile(join(folder, 'keys.json'), '[]');
    expect(() => new WikiKeys(new WikiConfig({ dataDir: folder }))).toThrow('holds no usable key');
  });

  it('come from the configuration, the current one first', () => {
    const secret = Buffer.alloc(32, 7).toString('base64');
    const keys = new WikiKeys(new WikiConfig({ keys: `new:${secret}, old:${secret}` })).all();
    expect(keys.map(({ id }) => id)).toEqual(['new', 'old']);
    expect(() => new WikiKeys(new WikiConfig({ keys: 'new:c2hvcnQ=' }))).toThrow(/^(?!.*c2hv).*WIKI_KEYS/);
  });
});
