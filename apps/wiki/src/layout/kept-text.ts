/** Something a person typed, with the name of its field. */
export interface KeptText {
  readonly field: string;
  readonly text: string;
}

const typed = ['title', 'body', 'message', 'comment', 'name', 'key', 'description', 'displayName'] as const;

/** What a person typed into a form that could not be handled, so that they can copy it. Passwords and tickets are left out. */
export function keptText(body: unknown): readonly KeptText[] {
  if (typeof body !== 'object' || body === null) return [];
  const fields = new Map<string, unknown>(Object.entries(body));
  return typed.flatMap((field) => {
    const text = fields.get(field);
    return typeof text === 'string' && text.trim() ? [{ field, text }] : [];
  });
}
