import type { IntList } from './int-list.js';

/** Visits all rows of the lists. */
export const eachIn = (lists: readonly IntList[], visit: (row: number) => void): void => {
  for (const list of lists) for (let at = 0; at < list.length; at += 1) visit(list.at(at));
};

/** The wanted rows of the lists. */
export const among = (lists: readonly IntList[], isWanted: (row: number) => boolean): Int32Array => {
  const rows = roomFor(lists);
  let count = 0;
  eachIn(lists, (row) => {
    if (!isWanted(row)) return;
    rows[count] = row;
    count += 1;
  });
  return rows.subarray(0, count);
};

/** Room for all rows of the lists. */
export const roomFor = (lists: readonly IntList[]): Int32Array =>
  new Int32Array(lists.reduce((length, list) => length + list.length, 0));

/** One after the other. */
export const joined = (parts: readonly Int32Array[]): Int32Array => {
  const all = new Int32Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
};
