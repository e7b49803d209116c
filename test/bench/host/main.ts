import 'reflect-metadata';
import { type INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ExpressAdapter } from '@nestjs/platform-express';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { hosts } from './hosts.js';
import { memoryInUse } from './memory.js';
import { type Command, type ContestantSettings, type Failed, type Ready, type Used } from './protocol.js';
import { countStatements, statementsSent } from './statements.js';

/** A contestant: a process that is given its settings as JSON, and then one command after another. */
const settings = JSON.parse(process.argv[2] ?? '{}') as ContestantSettings;
countStatements();
const host = await hosts[settings.kind](settings);
const adapter = settings.platform === 'fastify' ? new FastifyAdapter() : new ExpressAdapter();
const app = await NestFactory.create<INestApplication>(host.module, adapter, { logger: ['warn', 'error', 'fatal'] });
await host.install?.(app);
await app.init();
const seeded = await host.seed(app);
await app.listen(0, '127.0.0.1');
const { port } = (app.getHttpServer() as { address(): { port: number } }).address();

const answer = async (command: Command): Promise<unknown> => {
  if (command === 'used') {
    const { user, system } = process.cpuUsage();
    return { cpu: user + system, statements: statementsSent() } satisfies Used;
  }
  if (command === 'memory') return memoryInUse();
  if ('prepare' in command) return host.prepare(app, command);
  if (!host.carryOut) throw new Error(`${settings.kind} ends nothing by command.`);
  await host.carryOut(app, command);
  return 'done';
};

process.on('message', (command: Command) => {
  answer(command).then(
    (outcome) => process.send?.(outcome),
    (error: Error) => process.send?.({ failed: error.stack } satisfies Failed),
  );
});
process.on('disconnect', () => process.exit(0));
process.send?.({ port, ...seeded } satisfies Ready);
