import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from '#config/settings.js';

/** The admin token: the one that is set, or the one kept in the data folder, made at the first start. */
export const adminTokenOf = ({ adminToken, dataDir }: Settings): Readonly<{ token: string; isNew: boolean }> => {
  if (adminToken !== null) return { token: adminToken, isNew: false };
  const file = adminTokenFile(dataDir);
  mkdirSync(dataDir, { recursive: true });
  try {
    const token = randomBytes(24).toString('base64url');
    writeFileSync(file, `${token}\n`, { mode: 0o600, flag: 'wx' });
    return { token, isNew: true };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return { token: readFileSync(file, 'utf8').trim(), isNew: false };
  }
};

export const adminTokenFile = (dataDir: string): string => join(dataDir, 'admin-token');
