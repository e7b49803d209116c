import { type ExecutionContext, type HttpException, HttpStatus } from '@nestjs/common';
import { kindOf } from './call.js';

type WsExceptionType = new (error: object) => Error;

let WsException: WsExceptionType | undefined;

/** Loads what gateways throw. Called only where there are gateways, so that nobody else needs @nestjs/websockets. */
export async function loadWsException(): Promise<void> {
  WsException = (await import('@nestjs/websockets')).WsException;
}

/** Codes as Apollo names them, which most GraphQL clients know. */
const codes: Readonly<Record<number, string>> = {
  [HttpStatus.BAD_REQUEST]: 'BAD_REQUEST',
  [HttpStatus.UNAUTHORIZED]: 'UNAUTHENTICATED',
  [HttpStatus.FORBIDDEN]: 'FORBIDDEN',
  [HttpStatus.SERVICE_UNAVAILABLE]: 'SERVICE_UNAVAILABLE',
};

/**
 * A refusal as the kind of call needs it: in GraphQL with `extensions`, in a gateway as the message `exception` with the
 * same fields as the body of an HTTP answer; as it is in all other cases.
 */
export function refusalIn(context: ExecutionContext, refusal: HttpException): Error {
  const body = refusal.getResponse() as Readonly<Record<string, unknown>>;
  if (kindOf(context) === 'graphql') {
    const fields = Object.entries(body).filter(([name]) => name !== 'message');
    const extensions = { code: codes[refusal.getStatus()] ?? 'FORBIDDEN', ...Object.fromEntries(fields) };
    return Object.assign(refusal, { extensions });
  }
  if (kindOf(context) !== 'ws' || !WsException) return refusal;
  return new WsException({ status: 'error', ...body, cause: { pattern: context.switchToWs().getPattern() } });
}
