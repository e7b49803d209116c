import { randomBytes } from 'node:crypto';

/** 256 random bits, base64url. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** 128 random bits, hexadecimal. */
export const newId = (): string => randomBytes(16).toString('hex');
