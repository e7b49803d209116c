import { HttpException } from '@nestjs/common';
import { isStorageAway, isTaken } from '../database/storage-errors.js';

/** What a caller is told when a request fails, in Confluence's shape. */
export interface Refusal {
  readonly statusCode: number;
  readonly message: string;
}

/** Turns whatever was thrown into what the caller may know of it. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof HttpException) return ofHttp(error);
  if (isTaken(error)) return { statusCode: 409, message: 'Somebody else has just taken this name.' };
  if (isStorageAway(error))
    return { statusCode: 503, message: 'The wiki cannot reach its database. Try again in a moment.' };
  const statusCode = (error as { statusCode?: unknown } | null)?.statusCode;
  if (typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500)
    return { statusCode, message: (error as Error).message };
  return { statusCode: 500, message: 'Something went wrong in the wiki.' };
}

function ofHttp(error: HttpException): Refusal {
  const body = error.getResponse();
  const more = typeof body === 'object' ? body : {};
  const given = (more as { message?: unknown }).message;
  const message = Array.isArray(given) ? given.join('; ') : error.message;
  return { ...more, statusCode: error.getStatus(), message };
}

/** What a log may hold of an error: its message and where it was thrown, never the values of a query. */
export const traceOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);
