import 'reflect-metadata';
import { type INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ExpressAdapter } from '@nestjs/platform-express';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { BenchModule } from './bench.module.js';
import { type ContestantSettings, type CpuUsed, type Ready } from './protocol.js';
import { seed } from './seed.js';

/** A contestant: a process that is given its settings as JSON, and is asked for its CPU time. */
const settings = JSON.parse(process.argv[2] ?? '{}') as ContestantSettings;
const adapter = settings.platform === 'fastify' ? new FastifyAdapter() : new ExpressAdapter();
const app = await NestFactory.create<INestApplication>(BenchModule.of(settings), adapter, {
  logger: ['warn', 'error', 'fatal'],
});
await app.init();
const tokens = settings.kind === 'bare' ? { live: [''], ended: [''] } : await seed(app, settings.signIns);
await app.listen(0, '127.0.0.1');
const { port } = (app.getHttpServer() as { address(): { port: number } }).address();
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ cpu: user + system } satisfies CpuUsed);
});
process.on('disconnect', () => process.exit(0));
process.send?.({ port, ...tokens } satisfies Ready);
