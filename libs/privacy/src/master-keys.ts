import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DataKey, WrongMasterKey } from './key-store.js';
import { SealBroken, seal, unseal } from './seal.js';

type MasterKey = Readonly<{ id: string; secret: Uint8Array }>;

/** A data key as stored: sealed by the master key of that id. */
export type WrappedKey = Readonly<{ master: string; wrapped: string }>;

/** Wraps data keys with the current master key, and unwraps what this one or an older one has wrapped. */
export class MasterKeys {
  private readonly byId: ReadonlyMap<string, MasterKey>;

  /** The current one first. */
  constructor(private readonly keys: readonly [MasterKey, ...MasterKey[]]) {
    this.byId = new Map([...keys].reverse().map((key) => [key.id, key]));
  }

  get current(): string {
    return this.keys[0].id;
  }

  wrap(subject: string, key: DataKey): WrappedKey {
    return { master: this.keys[0].id, wrapped: seal(this.keys[0].secret, key, contextOf(subject)) };
  }

  /** @throws WrongMasterKey */
  unwrap(subject: string, { master, wrapped }: WrappedKey): DataKey {
    const key = this.byId.get(master);
    if (!key) {
      throw new WrongMasterKey(
        `Keys of personal data are wrapped by the master key "${master}"; ANNALS_MASTER_KEY has ${[...this.byId.keys()].join(', ')}. Put that one behind the others.`,
      );
    }
    try {
      return unseal(key.secret, wrapped, contextOf(subject));
    } catch (error) {
      if (!(error instanceof SealBroken)) throw error;
      throw new WrongMasterKey(
        `The master key "${master}" is not the one that wrapped the keys of personal data, or the key store is damaged: restore the key, or the key store, from its backup`,
        { cause: error },
      );
    }
  }
}

const contextOf = (subject: string): string => `data key of ${subject}`;

/** A new random key, for a subject or as a master key. */
export const newKey = (): DataKey => randomBytes(32);

/**
 * The master keys that the setting names (`id:base64`, comma-separated, the current one first), and behind them the one
 * in `directory`/master-key; without a setting that file is made, readable by its owner only.
 * @throws WrongMasterKey when the file holds no key
 */
export const masterKeysOf = (setting: string | null, directory: string): MasterKeys => {
  const file = join(directory, 'master-key');
  if (setting === null && !existsSync(file)) make(file, directory);
  const kept = existsSync(file) ? parsed(readFileSync(file, 'utf8').trim()) : [];
  const [first, ...others] = [...parsed(setting ?? ''), ...kept];
  if (!first)
    throw new WrongMasterKey(`${file} holds no master key (id:base64 of 32 bytes): restore it from its backup`);
  return new MasterKeys([first, ...others]);
};

/** Whole or not at all, also when several processes start at once: the first one's is the key. */
const make = (file: string, directory: string): void => {
  mkdirSync(directory, { recursive: true });
  const draft = `${file}.${process.pid}.new`;
  const content = `${randomBytes(4).toString('hex')}:${Buffer.from(newKey()).toString('base64')}\n`;
  writeFileSync(draft, content, { mode: 0o600, flush: true });
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
};

const parsed = (text: string): readonly MasterKey[] =>
  text
    .split(',')
    .map((part) => part.split(':'))
    .map(([id = '', secret = '']) => ({ id, secret: Buffer.from(secret, 'base64') }))
    .filter(({ id, secret }) => id !== '' && secret.length === 32);
