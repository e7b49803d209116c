import { HttpException } from '@nestjs/common';
import { CommanderError } from 'commander';
import { Failure, type FailureKind } from './failure.js';

const kinds: Readonly<Record<number, FailureKind>> = {
  400: 'invalid',
  403: 'forbidden',
  404: 'not-found',
  409: 'conflict',
};

const unreachable = /^(ECONN|ENOTFOUND|EAI_|EHOST|ENET|ETIMEDOUT|EPIPE|57P|08|53|SQLITE_(BUSY|CANTOPEN|IOERR|LOCKED))/;

/** What to say of anything that was thrown. */
export function failureOf(error: unknown): Failure {
  if (error instanceof Failure) return error;
  if (error instanceof CommanderError) return new Failure('usage', error.message.replace(/^error: /, ''));
  if (error instanceof HttpException) return new Failure(kinds[error.getStatus()] ?? 'failed', error.message);
  const { code, message } = faultIn(error);
  if (unreachable.test(code)) {
    const sentence = `The database cannot be reached or used: ${message || code}. Nothing more was done.`;
    return new Failure('unreachable', sentence, [], { cause: error });
  }
  return new Failure('failed', message || code || 'Something failed that has no name.', [], { cause: error });
}

/** Drivers wrap what happened, some in an error without a message. */
function faultIn(error: unknown): { readonly code: string; readonly message: string } {
  if (!(error instanceof Error)) return { code: '', message: String(error) };
  const { code, driverError } = error as Error & { readonly code?: unknown; readonly driverError?: unknown };
  const [inner] = error instanceof AggregateError ? (error.errors as readonly unknown[]) : [driverError];
  if (typeof code !== 'string' && inner instanceof Error && inner !== error) return faultIn(inner);
  return { code: typeof code === 'string' ? code : '', message: error.message };
}
