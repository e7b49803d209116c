import { type INestApplication } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { applicationAccess } from 'nestjs-drawbridge/oauth-provider';
import { accessOf, byMethod } from 'nestjs-drawbridge/scopes';

/** Tells whose request it is; below `stream` it goes on telling until somebody goes away. */
function answer(request: object, raw: IncomingMessage, response: ServerResponse): void {
  const access = accessOf(request);
  response.writeHead(200, { 'content-type': 'text/plain' });
  response.write(`${access?.effective ?? 'nobody'}\n`);
  if (!raw.url?.includes('stream')) return void response.end();
  const timer = setInterval(() => response.write('still here\n'), 50);
  response.once('close', () => clearInterval(timer));
}

/** Mounts `/outside`, `/closed` and, on Fastify, `/connect` beside Nest's routes. */
export function mountOutside(app: INestApplication): void {
  const open = applicationAccess(app, { scope: byMethod });
  const closed = applicationAccess(app, { scope: 'CLOSED' });
  const tell = (request: IncomingMessage, response: ServerResponse): void => answer(request, request, response);
  if (app.getHttpAdapter().getType() === 'express') {
    app.use('/outside', open, tell);
    app.use('/closed', closed, tell);
    return;
  }
  const fastify = app.getHttpAdapter().getInstance() as FastifyInstance;
  for (const [url, preHandler] of [
    ['/outside/*', open],
    ['/closed/*', closed],
  ] as const) {
    fastify.route({
      method: ['GET', 'POST'],
      url,
      preHandler,
      handler: (request, reply) => {
        reply.hijack();
        answer(request, request.raw, reply.raw);
      },
    });
  }
  app.use('/connect', open);
  app.use('/connect', tell);
}
