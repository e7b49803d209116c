/** A value inside parsed JSON of unknown shape; undefined when the way does not exist. */
export function at(json: unknown, ...way: (string | number)[]): unknown {
  return way.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, step)
        ? (value as Record<string | number, unknown>)[step]
        : undefined,
    json,
  );
}

/** A text inside parsed JSON; numbers are spelled out, anything else is undefined. */
export function textAt(json: unknown, ...way: (string | number)[]): string | undefined {
  const value = at(json, ...way);
  return typeof value === 'number' ? String(value) : typeof value === 'string' && value !== '' ? value : undefined;
}

/** A list inside parsed JSON; empty when there is none. */
export function listAt(json: unknown, ...way: (string | number)[]): readonly unknown[] {
  const value = at(json, ...way);
  return Array.isArray(value) ? value : [];
}

/** Parses JSON; undefined when it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
