/** 32 bytes: the AES-256 key of one subject. */
export type DataKey = Uint8Array;

/** By subject: its key, or null once that is destroyed. A subject that never had one is missing. */
export type DataKeys = ReadonlyMap<string, DataKey | null>;

/** The keys of personal data, one per subject (the record of a person), wrapped by a master key. */
export interface KeyStore {
  /** The keys of the subjects; made, durably before it resolves, for those that never had one. */
  obtain(subjects: readonly string[]): Promise<DataKeys>;
  find(subjects: readonly string[]): Promise<DataKeys>;
  /** Destroys the subject's key for good, durably before it resolves. Harmless when repeated, or when there is none. */
  destroy(subject: string): Promise<void>;
  close(): Promise<void>;
}

/** The keys of the store are wrapped by a master key that is not among those given. */
export class WrongMasterKey extends Error {
  override readonly name = 'WrongMasterKey';
}

/** The store of keys cannot be reached or used. */
export class KeyStoreUnavailable extends Error {
  override readonly name = 'KeyStoreUnavailable';
}
