import { BadRequestException } from '@nestjs/common';
import { isLegalText } from '../text/legal-text.js';

/**
 * A field of a posted form as text; empty when it is missing or was sent twice.
 * @throws BadRequestException that names the field when no database would keep the text as it is.
 */
export function formText(body: unknown, field: string): string {
  if (typeof body !== 'object' || body === null || !Object.hasOwn(body, field)) return '';
  const value = (body as Record<string, unknown>)[field];
  if (typeof value !== 'string') return '';
  if (!isLegalText(value)) throw new BadRequestException(`The field “${field}” holds signs that cannot be saved.`);
  return value;
}

/** The same in one line, without space around it. */
export const formLine = (body: unknown, field: string): string => formText(body, field).replace(/\s+/g, ' ').trim();
