/** One field of a parsed form, without surrounding space; empty when it is missing or was sent more than once. */
export function readField(form: unknown, name: string): string {
  const [value, ...more] = readFields(form, name);
  return more.length ? '' : (value ?? '').trim();
}

/** All values of a field that may be sent several times, such as a group of checkboxes. */
export function readFields(form: unknown, name: string): string[] {
  if (typeof form !== 'object' || form === null || !Object.hasOwn(form, name)) return [];
  const value: unknown = (form as Record<string, unknown>)[name];
  return (Array.isArray(value) ? value : [value]).filter((each): each is string => typeof each === 'string');
}
