import 'reflect-metadata';
import { type INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ExpressAdapter } from '@nestjs/platform-express';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { BenchModule } from './bench.module.js';
import { carryOut } from './endings.js';
import { type ContestantSettings, type CpuUsed, type EndingCommand, type Ready } from './protocol.js';
import { seed } from './seed.js';

/** A contestant: a process that is given its settings as JSON, and is asked for its CPU time. */
const settings = JSON.parse(process.argv[2] ?? '{}') as ContestantSettings;
const adapter = settings.platform === 'fastify' ? new FastifyAdapter() : new ExpressAdapter();
const app = await NestFactory.create<INestApplication>(BenchModule.of(settings), adapter, {
  logger: ['warn', 'error', 'fatal'],
});
await app.init();
const nothing = { live: [''], ended: [''], signIns: [] };
const tokens =
  settings.kind === 'bare'
    ? nothing
    : settings.signIns === 0
      ? nothing
      : await seed(app, settings.signIns, settings.clients ?? 1);
await app.listen(0, '127.0.0.1');
const { port } = (app.getHttpServer() as { address(): { port: number } }).address();
process.on('message', (message: 'cpu' | EndingCommand) => {
  if (message !== 'cpu') {
    void carryOut(app, message).then(
      () => process.send?.('done'),
      (error: Error) => process.send?.({ failed: error.stack }),
    );
    return;
  }
  const { user, system } = process.cpuUsage();
  process.send?.({ cpu: user + system } satisfies CpuUsed);
});
process.on('disconnect', () => process.exit(0));
process.send?.({ port, ...tokens } satisfies Ready);
