/** Which handlers ran, each with the scope it needs: `READ pages.list`. */
export const journal: string[] = [];

/** Notes that a handler ran, and answers with it. */
export function ran(handler: `${'READ' | 'WRITE' | 'ADMIN' | 'SYSTEM_ADMIN' | 'CLOSED' | 'NONE'} ${string}`): string {
  journal.push(handler);
  return handler;
}
