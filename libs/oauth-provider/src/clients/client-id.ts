/** Whether a text has the form of a client id: 32 hexadecimal digits. Nothing else is asked of the database. */
export function isClientId(text: string): boolean {
  return /^[0-9a-f]{32}$/.test(text);
}
