/** What the log may know of an error. Never the object: a failed query carries the values it was sent with. */
export function traceOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
