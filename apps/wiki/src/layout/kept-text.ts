/** Something a person typed. */
export interface KeptText {
  readonly field: string;
  /** What the field is called on the page. */
  readonly label: string;
  readonly text: string;
}

const typed = {
  title: 'Title',
  body: 'Text',
  message: 'What did you change?',
  comment: 'Comment',
  displayName: 'Full name',
  name: 'Name',
  key: 'Key',
  description: 'Description',
} as const;

/** What a person typed into a form that could not be handled, so that they can copy it; never a password or a ticket. */
export function keptText(body: unknown): readonly KeptText[] {
  if (typeof body !== 'object' || body === null) return [];
  const fields = new Map<string, unknown>(Object.entries(body));
  return Object.entries(typed).flatMap(([field, label]) => {
    const text = fields.get(field);
    return typeof text === 'string' && text.trim() ? [{ field, label, text }] : [];
  });
}
