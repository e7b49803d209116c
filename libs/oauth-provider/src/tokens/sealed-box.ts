import { createCipheriv, createDecipheriv } from 'node:crypto';
import { type DerivedKey } from './derived-keys.service.js';
import { secureRandom } from './random.js';

const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

function encrypt(text: string, key: Buffer, context: string): string {
  const nonce = secureRandom(nonceBytes);
  const cipher = createCipheriv(algorithm, key, nonce).setAAD(Buffer.from(context));
  const sealed = Buffer.concat([cipher.update(text), cipher.final()]);
  return Buffer.concat([nonce, sealed, cipher.getAuthTag()]).toString('base64url');
}

function decrypt(box: string, key: Buffer, context: string): string {
  const bytes = Buffer.from(box, 'base64url');
  const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, nonceBytes), { authTagLength: tagBytes });
  decipher.setAAD(Buffer.from(context)).setAuthTag(bytes.subarray(-tagBytes));
  return Buffer.concat([decipher.update(bytes.subarray(nonceBytes, -tagBytes)), decipher.final()]).toString();
}

/** Encrypts a text for storage. `context` names the row it belongs to, so that boxes cannot be swapped between rows. */
export function seal(text: string, key: DerivedKey, context: string): string {
  return `${key.id}.${encrypt(text, key.secret, context)}`;
}

/** The id of the key that a box was sealed with. */
export const keyIdOf = (box: string): string => box.split('.')[0] ?? '';

/**
 * Reads what {@link seal} wrote with any of the keys.
 *
 * @throws Error when its key is not among them, or when the box was changed or belongs to another row.
 */
export function unseal(box: string, keys: readonly DerivedKey[], context: string): string {
  const [keyId = '', sealed = ''] = box.split('.');
  const key = keys.find(({ id }) => id === keyId);
  if (!key) throw new Error(`Keys: the key '${keyId}' that encrypted ${context} is not among the keys any more.`);
  return decrypt(sealed, key.secret, context);
}
