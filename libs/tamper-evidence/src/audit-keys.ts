import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AuditKey, auditKey, InvalidSettings, type Settings } from '#config/settings.js';

/** The keys of the seals: one signs, each one verifies what it has signed. */
export type AuditKeys = Readonly<{
  signing: Readonly<{ id: string; secret: Buffer }>;
  /** Null: the key is not known here. */
  secretOf: (id: string) => Buffer | null;
}>;

export const AUDIT_KEYS = Symbol('AuditKeys');

/** @throws InvalidSettings when there is none */
export const auditKeys = (keys: readonly AuditKey[]): AuditKeys => {
  const secrets = new Map(keys.map(({ id, secret }) => [id, Buffer.from(secret, 'base64')]));
  const [first] = secrets;
  if (!first) throw new InvalidSettings('There is no audit key');
  return { signing: { id: first[0], secret: first[1] }, secretOf: (id) => secrets.get(id) ?? null };
};

/**
 * The keys that are set, or the one kept in the data folder, made when there is none yet.
 * @throws InvalidSettings when what is kept there is no key
 */
export const auditKeysOf = ({ auditKeys: set, dataDir }: Pick<Settings, 'auditKeys' | 'dataDir'>): AuditKeys => {
  if (set !== null) return auditKeys(set);
  const file = join(dataDir, 'audit-key');
  mkdirSync(dataDir, { recursive: true });
  if (!existsSync(file)) makeKey(file);
  const kept = auditKey(readFileSync(file, 'utf8'));
  if (kept === null) throw new InvalidSettings(`${file} holds no audit key`);
  return auditKeys([kept]);
};

const makeKey = (file: string): void => {
  // Linked when it is whole: several processes may start at once, and the file of the first must hold for all.
  const draft = `${file}.${randomUUID()}`;
  const made = `${randomBytes(4).toString('hex')}:${randomBytes(32).toString('base64')}`;
  writeFileSync(draft, `${made}\n`, { mode: 0o600 });
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
};
