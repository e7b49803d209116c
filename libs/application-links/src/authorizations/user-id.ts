/** Whether a text can be the id of a person: 1 to 255 characters, none of them a control character. */
export function canBeUserId(text: string): boolean {
  return text.length >= 1 && text.length <= 255 && !/[\p{Cc}\p{Cs}]/u.test(text);
}
