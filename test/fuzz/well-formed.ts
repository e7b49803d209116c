/** A text that can be encoded: halves of characters are replaced, as browsers do it. */
export const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd');
