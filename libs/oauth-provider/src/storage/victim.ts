/** PostgreSQL's deadlock_detected and serialization_failure: what was tried has not happened, and may be tried again. */
const codes = ['40P01', '40001'];

/** Whether the database chose a statement or a transaction as the victim of others. */
export function isVictim(error: unknown): boolean {
  const { code, driverError } = error as { readonly code?: string; readonly driverError?: { readonly code?: string } };
  return codes.includes(driverError?.code ?? code ?? '');
}
