import { createCipheriv, createDecipheriv } from 'node:crypto';
import { type DerivedKey } from './derived-keys.service.js';
import { secureRandom } from './random.js';

const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/** Encrypts a text for storage. `context` names the row it belongs to, so that boxes cannot be swapped between rows. */
export function seal(text: string, key: DerivedKey, context: string): string {
  const nonce = secureRandom(nonceBytes);
  const cipher = createCipheriv(algorithm, key.secret, nonce).setAAD(Buffer.from(context));
  const sealed = Buffer.concat([nonce, cipher.update(text), cipher.final(), cipher.getAuthTag()]);
  return `${key.id}.${sealed.toString('base64url')}`;
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
  const bytes = Buffer.from(sealed, 'base64url');
  const decipher = createDecipheriv(algorithm, key.secret, bytes.subarray(0, nonceBytes), { authTagLength: tagBytes });
  decipher.setAAD(Buffer.from(context)).setAuthTag(bytes.subarray(-tagBytes));
  return Buffer.concat([decipher.update(bytes.subarray(nonceBytes, -tagBytes)), decipher.final()]).toString();
}
