import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { ClientSecrets } from 'nestjs-drawbridge/oauth-provider';
import { setTimeout as sleep } from 'node:timers/promises';
import { AppModule } from './app.module.js';
import { WikiConfig, wikiConfigFromEnv } from './config/wiki-config.js';
import { KeysFile } from './drawbridge/keys-file.js';
import { rereadEvery } from './drawbridge/wiki-keys.js';

const say = (line: string) => process.stdout.write(`${line}\n`);

/** Every node has to read a key before any of them writes with it. */
async function makeNewKeyCurrent(folder: string): Promise<void> {
  const file = new KeysFile(folder);
  if (file.text() === undefined)
    throw new Error(`There are no keys in ${folder}. Set WIKI_DATA_DIR to the wiki's folder.`);
  const id = file.add();
  await sleep(3 * rereadEvery);
  file.makeCurrent(id);
  await sleep(3 * rereadEvery);
  say(`The key ${id} is the current one.`);
}

async function encryptAnew(config: WikiConfig): Promise<void> {
  const quiet = new WikiConfig({ ...config, oauth: { ...config.oauth, cleaningSeconds: 0 } });
  const wiki = await NestFactory.createApplicationContext(AppModule.forRoot(quiet), {
    logger: ['error', 'warn', 'fatal'],
    abortOnError: false,
  });
  const { resealed, unreadable } = await wiki.get(ClientSecrets).reseal();
  await wiki.close();
  say(`Client secrets encrypted under it: ${resealed.toString()}.`);
  if (unreadable > 0) say(`Client secrets that no key can read: ${unreadable.toString()}. Give new ones.`);
  say(
    'Keep the older keys until every refresh token from before was used or has run out; then take them out of the file.',
  );
}

/** Makes a new current key in the data folder, while the wiki runs, and encrypts with it. With `WIKI_KEYS` it only encrypts. */
async function rotate(): Promise<void> {
  const config = wikiConfigFromEnv(process.env);
  if (config.keys === undefined) await makeNewKeyCurrent(config.dataDir);
  await encryptAnew(config);
}

process.umask(0o077);

rotate().catch((error: unknown) => {
  process.stderr.write(
    `The rotation was not finished; run it again. ${error instanceof Error ? error.message : String(error)}\n`,
  );
  process.exit(1);
});
