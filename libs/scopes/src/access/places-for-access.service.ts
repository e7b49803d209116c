import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { type Server } from 'node:http';
import { makePlaceForAccess } from './access.js';

/**
 * Express changes the prototype of each request. To V8 every property that is new to the request after that makes it unlike
 * all others: it copies the list of all its properties, and looks up anew whatever is read of it. So the place for the access is made
 * before Express has the request; requests that come in another way have it made when it is filled.
 */
@Injectable()
export class PlacesForAccess implements OnModuleInit {
  constructor(@Inject(HttpAdapterHost) private readonly host: HttpAdapterHost) {}

  onModuleInit(): void {
    const { httpAdapter } = this.host; // none where nothing is served over HTTP
    if (httpAdapter?.getType() !== 'express') return;
    (httpAdapter.getHttpServer() as Server).prependListener('request', makePlaceForAccess);
  }
}
