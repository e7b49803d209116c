import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { guardsItself } from 'nestjs-drawbridge/host';
import { map, type Observable } from 'rxjs';

/** Puts every answer of the helpdesk into an envelope, as its clients are used to. */
@Injectable()
export class EnvelopeInterceptor implements NestInterceptor<unknown, unknown> {
  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    if (guardsItself(context)) return next.handle();
    return next.handle().pipe(map((data) => ({ data })));
  }
}
