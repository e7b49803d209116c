import 'reflect-metadata';
import { Logger } from '@nestjs/common';
import { wikiConfigFromEnv } from './config/wiki-config.js';
import { createWiki } from './create-wiki.js';
import { SeedingService } from './seeding/seeding.service.js';

async function start(): Promise<void> {
  const config = wikiConfigFromEnv(process.env);
  const app = await createWiki(config);
  await app.listen(config.port, config.host);
  const say = (line: string) => {
    if (process.stdout.isTTY) process.stdout.write(`${line}\n`);
    else new Logger('Wiki').log(line);
  };
  say(`The wiki answers on ${config.baseUrl}`);
  for (const { username, password, level } of app.get(SeedingService).demoAccounts)
    say(`Demo account: ${username}, password ${password}, level ${level}`);
}

// What is written is for the wiki's own account only: the database, the keys, the backups.
process.umask(0o077);

start().catch((error: unknown) => {
  process.stderr.write(`The wiki did not start. ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
