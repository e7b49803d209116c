import { type BeforeApplicationShutdown, Inject, Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';

/**
 * Whether the application is about to stop. Its server has then stopped listening, maybe long before Nest says so: other
 * modules may keep Nest waiting for what is open, as Apollo's does for ten seconds.
 */
@Injectable()
export class Stopping implements BeforeApplicationShutdown {
  private isAnnounced = false;
  private hasListened = false;

  constructor(@Inject(HttpAdapterHost) private readonly host: HttpAdapterHost) {}

  beforeApplicationShutdown(): void {
    this.isAnnounced = true;
  }

  /** Asked now and then. A server that has never been seen listening, because another one stands before it, says nothing. */
  isUnderWay(): boolean {
    const server = this.host.httpAdapter?.getHttpServer() as { readonly listening?: boolean } | undefined;
    const isListening = server?.listening === true;
    this.hasListened ||= isListening;
    return this.isAnnounced || (this.hasListened && !isListening);
  }
}
