import type { ServerResponse } from 'node:http';
import { Inject, Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { type HttpResponse } from './http-exchange.js';

/**
 * Answers applications in JSON. A handler that takes `@Res()` and answers so is out of reach of the host's interceptors. On Express
 * it goes past `response.json`, which digests a body that nobody may keep into an ETag: with it, a refresh takes a tenth longer.
 */
@Injectable()
export class JsonAnswers {
  constructor(@Inject(HttpAdapterHost) private readonly adapterHost: HttpAdapterHost) {}

  send(response: HttpResponse, body: object, status = 200): void {
    const { httpAdapter } = this.adapterHost;
    if (httpAdapter.getType() !== 'express') {
      httpAdapter.reply(response, body, status);
      return;
    }
    const plain = response as unknown as ServerResponse;
    plain.statusCode = status;
    plain.setHeader('Content-Type', 'application/json; charset=utf-8');
    plain.end(JSON.stringify(body));
  }
}
