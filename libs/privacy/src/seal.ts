import { createCipheriv, createDecipheriv, randomFillSync } from 'node:crypto';
import type { DataKey } from './key-store.js';

const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

// Random bytes come cheaper by the page than by the dozen.
const pool = Buffer.alloc(IV_BYTES * 512);
let drawn = pool.length;

const freshIv = (): Buffer => {
  if (drawn === pool.length) {
    randomFillSync(pool);
    drawn = 0;
  }
  drawn += IV_BYTES;
  // A copy: the pool is filled anew.
  return Buffer.from(pool.subarray(drawn - IV_BYTES, drawn));
};

/** The sealed bytes were not sealed with this key for this context, or were changed since. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken';
}

/** AES-256-GCM: iv, tag and ciphertext in base64. `context` is authenticated, not stored. */
export const seal = (key: DataKey, plain: string | Uint8Array, context: string): string => {
  const iv = freshIv();
  const cipher = createCipheriv(CIPHER, key, iv, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(context));
  const body = [typeof plain === 'string' ? cipher.update(plain, 'utf8') : cipher.update(plain), cipher.final()];
  return Buffer.concat([iv, cipher.getAuthTag(), ...body]).toString('base64');
};

/** @throws SealBroken */
export const unseal = (key: DataKey, sealed: string, context: string): Buffer => {
  const bytes = Buffer.from(sealed, 'base64');
  if (bytes.length < IV_BYTES + TAG_BYTES) throw new SealBroken('The sealed bytes are cut off');
  const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(context));
  decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  try {
    const plain = decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES));
    return Buffer.concat([plain, decipher.final()]);
  } catch (error) {
    throw new SealBroken('The sealed bytes were changed, or sealed with another key', { cause: error });
  }
};
