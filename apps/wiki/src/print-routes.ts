import 'reflect-metadata';
import { createPreview, RouteReport } from 'nestjs-drawbridge/scopes';
import { wikiConfigFromEnv } from './config/wiki-config.js';
import { createWiki } from './create-wiki.js';

/** Prints what applications can reach, as a table or with `--json`; nothing is started and nothing is opened for it. */
async function printRoutes(): Promise<void> {
  const config = wikiConfigFromEnv(process.env);
  const report = RouteReport.of(await createPreview((options) => createWiki(config, options)));
  process.stdout.write(`${process.argv.includes('--json') ? report.toJson() : report.toTable()}\n`);
  if (report.problem === null) return;
  process.stderr.write(`\n${report.problem}\n`);
  process.exitCode = 1;
}

printRoutes().catch((error: unknown) => {
  process.stderr.write(`The routes could not be read. ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
