import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WikiConfig } from '../config/wiki-config.js';
import { KeysFile } from './keys-file.js';
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

  it('are read again while the wiki runs, those from before kept where that fails', async () => {
    const keys = new WikiKeys(new WikiConfig({ dataDir: folder }));
    const [first] = keys.all();
    const now = vi.spyOn(performance, 'now');
    const later = () => now.mockReturnValue(performance.now() + 1001);
    const file = new KeysFile(folder);
    const id = file.add();
    expect(keys.all()).toEqual([first]);
    later();
    expect(keys.all().map((key) => key.id)).toEqual([first.id, id]);
    file.makeCurrent(id);
    later();
    expect(keys.all().map((key) => key.id)).toEqual([id, first.id]);
    await rm(join(folder, 'keys.json'));
    later();
    expect(keys.all()).toHaveLength(2);
    expect(await readdir(folder)).toEqual([]);
    await writeFile(join(folder, 'keys.json'), '[]');
    later();
    expect(keys.all()).toHaveLength(2);
    now.mockRestore();
  });

  it('are changed by one at a time', async () => {
    const file = new KeysFile(folder);
    file.make();
    await writeFile(join(folder, 'keys.json.changing'), '');
    expect(() => file.add()).toThrow('Somebody else is changing the keys');
  });

  it('come from the configuration, the current one first', () => {
    const secret = Buffer.alloc(32, 7).toString('base64');
    const keys = new WikiKeys(new WikiConfig({ keys: `new:${secret}, old:${secret}` })).all();
    expect(keys.map(({ id }) => id)).toEqual(['new', 'old']);
    expect(() => new WikiKeys(new WikiConfig({ keys: 'new:c2hvcnQ=' }))).toThrow(/^(?!.*c2hv).*WIKI_KEYS/);
  });
});
