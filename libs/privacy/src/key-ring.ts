import type { DataKey, DataKeys, KeyStore } from './key-store.js';

/** Keys kept in memory; the least recently read go first. */
const CAPACITY = 50_000;
/** A key that another process has destroyed is forgotten here after so long, or when this one hears of it. */
const KEPT_MS = 60_000;

/** The keys that this process has lately used. A destroyed key is never forgotten to be one. */
export class KeyRing {
  private readonly kept = new Map<string, Readonly<{ key: DataKey; until: number }>>();
  private readonly destroyed = new Set<string>();

  constructor(private readonly keys: KeyStore) {}

  /** The subject's key, made when it is new; null when it is destroyed. */
  async obtain(subject: string): Promise<DataKey | null> {
    const known = this.known(subject, Date.now());
    if (known !== undefined) return known;
    return this.remember(await this.keys.obtain([subject]), Date.now()).get(subject) ?? null;
  }

  /** As `KeyStore.find`. */
  async find(subjects: Iterable<string>): Promise<DataKeys> {
    const now = Date.now();
    const found = new Map<string, DataKey | null>();
    const missing: string[] = [];
    for (const subject of subjects) {
      const key = this.known(subject, now);
      if (key === undefined) missing.push(subject);
      else found.set(subject, key);
    }
    if (missing.length === 0) return found;
    for (const [subject, key] of this.remember(await this.keys.find(missing), now)) found.set(subject, key);
    return found;
  }

  /** The subject's key as the store has it now, whatever this process keeps; undefined: it never had one. */
  async reload(subject: string): Promise<DataKey | null | undefined> {
    return this.remember(await this.keys.find([subject]), Date.now()).get(subject);
  }

  /** Destroys the key for good; from then on this process reads what it encrypted as erased. */
  async destroy(subject: string): Promise<void> {
    await this.keys.destroy(subject);
    this.forget(subject);
  }

  private forget(subject: string): void {
    this.destroyed.add(subject);
    this.kept.delete(subject);
  }

  private known(subject: string, now: number): DataKey | null | undefined {
    if (this.destroyed.has(subject)) return null;
    const kept = this.kept.get(subject);
    return kept && kept.until > now ? kept.key : undefined;
  }

  /** Keys read before a destruction may arrive after it. */
  private remember(keys: DataKeys, now: number): DataKeys {
    const current = new Map<string, DataKey | null>();
    for (const [subject, key] of keys) {
      if (key === null) this.forget(subject);
      const isGone = this.destroyed.has(subject);
      current.set(subject, isGone ? null : key);
      if (key === null || isGone) continue;
      this.kept.delete(subject);
      this.kept.set(subject, { key, until: now + KEPT_MS });
      if (this.kept.size > CAPACITY) this.kept.delete(this.kept.keys().next().value ?? '');
    }
    return current;
  }
}
