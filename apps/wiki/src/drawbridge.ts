import 'reflect-metadata';
import { runDrawbridge } from 'nestjs-drawbridge/cli';
import { WikiConfig, wikiConfigFromEnv } from './config/wiki-config.js';
import { createWiki } from './create-wiki.js';
import { makeNewKeyCurrent } from './drawbridge/new-key.js';
import { PeopleService } from './people/people.service.js';

process.umask(0o077);

const config = (): WikiConfig => new WikiConfig({ ...wikiConfigFromEnv(process.env), beginsAnew: false });

await runDrawbridge({
  create: (options) => createWiki(config(), options),
  userIdOf: async (username, wiki) =>
    (await wiki.get(PeopleService, { strict: false }).withUsername(username))?.id ?? null,
  makeNewKey: () => makeNewKeyCurrent(config()),
});
