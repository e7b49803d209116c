import { setTimeout as sleep } from 'node:timers/promises';
import { keysFromText, rereadEvery } from './wiki-keys.js';
import { type WikiConfig } from '../config/wiki-config.js';
import { KeysFile } from './keys-file.js';

/**
 * Makes a new current key in the data folder while the wiki runs, and answers its id: every node has to read a key before any of them
 * writes with it. With `WIKI_KEYS` that is done already, and the current one is answered.
 *
 * @throws Error when there are no keys to add to
 */
export async function makeNewKeyCurrent({ keys, dataDir }: WikiConfig): Promise<string> {
  if (keys !== undefined) return keysFromText(keys)[0].id;
  const file = new KeysFile(dataDir);
  if (file.text() === undefined)
    throw new Error(`There are no keys in ${dataDir}. Set WIKI_DATA_DIR to the wiki's folder.`);
  const id = file.add();
  await sleep(3 * rereadEvery);
  file.makeCurrent(id);
  await sleep(3 * rereadEvery);
  return id;
}
