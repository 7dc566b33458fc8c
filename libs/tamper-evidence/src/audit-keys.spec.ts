import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { InvalidSettings, readSettings } from '#config/settings.js';
import { auditKeysOf } from './audit-keys.js';

let dataDir = '';
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'annals-keys-'));
});
afterEach(() => rmSync(dataDir, { recursive: true }));

it('makes a key once, which only its owner may read', () => {
  const made = auditKeysOf({ auditKeys: null, dataDir });
  const again = auditKeysOf({ auditKeys: null, dataDir });
  expect(again.signing).toEqual(made.signing);
  expect(made.signing.secret.length).toBe(32);
  expect(statSync(join(dataDir, 'audit-key')).mode & 0o777).toBe(0o600);
});

it('signs with the first key that is set and knows the others', () => {
  const [a, b] = [Buffer.alloc(32, 'a'), Buffer.alloc(40, 'b')];
  const ANNALS_AUDIT_KEY = `k2:${a.toString('base64')}, k1:${b.toString('base64')}`;
  const keys = auditKeysOf({ ...readSettings({ ANNALS_AUDIT_KEY }), dataDir });
  expect(keys.signing).toEqual({ id: 'k2', secret: a });
  expect([keys.secretOf('k1'), keys.secretOf('k3')]).toEqual([b, null]);
});

it('does not take for a key what is none', () => {
  writeFileSync(join(dataDir, 'audit-key'), 'k1:c2hvcnQ=\n');
  expect(() => auditKeysOf({ auditKeys: null, dataDir })).toThrow(InvalidSettings);
});
