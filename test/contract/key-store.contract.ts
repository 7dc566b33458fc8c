import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { type KeyStore, WrongMasterKey } from '#privacy/key-store.js';
import { MasterKeys } from '#privacy/master-keys.js';

const masterKey = (id: string) => ({ id, secret: randomBytes(32) });

/** What every store of keys does. `open` opens the same keys each time, and others for each `name`. */
export const keepsKeys = (open: (name: string, masterKeys: MasterKeys) => Promise<KeyStore>): void => {
  const first = masterKey('first');
  const second = masterKey('second');

  const using = async <T>(name: string, keys: MasterKeys, action: (store: KeyStore) => Promise<T>): Promise<T> => {
    const store = await open(name, keys);
    try {
      return await action(store);
    } finally {
      await store.close();
    }
  };

  it('makes a key of its own for each subject once, and knows it again when opened anew', async () => {
    const keys = new MasterKeys([first]);
    const made = await using('made', keys, async (store) => {
      const all = await Promise.all([store.obtain(['a', 'b']), store.obtain(['b', 'a', 'a']), store.obtain(['a'])]);
      expect(all[1]).toEqual(all[0]);
      expect(all[2]?.get('a')).toEqual(all[0].get('a'));
      return all[0];
    });
    expect(made.get('a')).toHaveLength(32);
    expect(made.get('a')).not.toEqual(made.get('b'));
    await using('made', keys, async (store) => {
      expect(await store.find(['a', 'b', 'c'])).toEqual(made);
      expect(await store.find([])).toEqual(new Map());
    });
  });

  it('destroys a key for good, and one that was never made', async () => {
    const keys = new MasterKeys([first]);
    const gone = new Map([
      ['a', null],
      ['never', null],
    ]);
    await using('gone', keys, async (store) => {
      await store.obtain(['a', 'b']);
      for (const subject of ['a', 'a', 'never']) await store.destroy(subject);
      expect(await store.find(['a', 'never'])).toEqual(gone);
      expect(await store.obtain(['a', 'never'])).toEqual(gone);
    });
    await using('gone', keys, async (store) => {
      expect(await store.obtain(['a', 'never'])).toEqual(gone);
      expect((await store.find(['b'])).get('b')).toHaveLength(32);
    });
  });

  it('wraps all keys anew when a new master key comes first; then the old one is not needed any more', async () => {
    const made = await using('rotated', new MasterKeys([first]), async (store) => {
      await store.destroy('gone');
      return store.obtain(['a', 'b']);
    });
    await using('rotated', new MasterKeys([second, first]), async (store) => {
      expect(await store.find(['a', 'b'])).toEqual(made);
      await store.obtain(['c']);
    });
    await using('rotated', new MasterKeys([second]), async (store) => {
      expect(await store.find(['a', 'b'])).toEqual(made);
      expect([...(await store.find(['c', 'gone'])).values()]).toEqual([expect.anything(), null]);
    });
    await expect(open('rotated', new MasterKeys([first]))).rejects.toThrow(WrongMasterKey);
  });

  it('does not open with another master key, be it of another id or of the same', async () => {
    await using('wrong', new MasterKeys([first]), (store) => store.obtain(['a']));
    await expect(open('wrong', new MasterKeys([second]))).rejects.toThrow(/"first".*ANNALS_MASTER_KEY/);
    await expect(open('wrong', new MasterKeys([masterKey('first')]))).rejects.toThrow(WrongMasterKey);
  });
};
