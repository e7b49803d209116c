import { type HttpException } from '@nestjs/common';
import { type ServerResponse } from 'node:http';

interface FastifyReply {
  code(status: number): FastifyReply;
  headers(headers: Readonly<Record<string, string>>): FastifyReply;
  send(body: unknown): unknown;
}

/** Answers with a refusal, on Express, on Fastify and on Node's own response. */
export function sendRefusal(response: object, refusal: HttpException, headers: Readonly<Record<string, string>>): void {
  const body = refusal.getResponse();
  if ('raw' in response) {
    (response as unknown as FastifyReply).code(refusal.getStatus()).headers(headers).send(body);
    return;
  }
  const raw = response as ServerResponse;
  raw.writeHead(refusal.getStatus(), { ...headers, 'Content-Type': 'application/json; charset=utf-8' });
  raw.end(JSON.stringify(body));
}
