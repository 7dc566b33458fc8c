import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { type DealHistory, dealHistory } from '#deals/deal-history/deal-history.projection.js';
import { instantOf } from '#kernel/instant.js';
import { scanAll } from '#projections/scan-all.js';
import { openEmbeddedReadStore } from '#read-store/embedded/embedded-read-store.js';
import { MAIN, type Server, started, stopped, TOKEN } from '../running-server.js';
import { type BigLog, benchBigLog } from './big-log.js';
import { type DemoSize, demoLog } from './catch-up.js';
import { openAt, type PlainSpan, plainSpansOf, QUESTIONS, type Question } from './figure-questions.js';
import { median } from './rounds.js';
import { type Visibility, visibilityOf } from './visibility.js';

/** Milliseconds from asking to the whole answer. `plain`: the median of a loop over all spans; null: there is none. */
export type Latency = Readonly<{ question: string; median: number; p99: number; plain: number | null }>;

export type FiguresResults = Readonly<{
  deals: number;
  events: number;
  spans: number;
  /** Of history. */
  years: number;
  /** Deals that were open at an instant, on average. */
  open: number;
  /** Seconds: from the start of the server until it is ready, and from then until the first figure is answered. */
  startSeconds: number;
  firstSeconds: number;
  /** Resident memory of the server at the end, in MiB. */
  memory: number;
  latencies: readonly Latency[];
  visibility: Visibility;
  bigLog: BigLog;
}>;

/** Figures as of random past instants over HTTP, all in one process, for demo organisations of several sizes. */
export const benchFigures = async (
  sizes: readonly DemoSize[],
  asks: number,
  made: readonly string[] = [],
): Promise<readonly FiguresResults[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'annals-bench-figures-'));
  try {
    const folders = [...made];
    if (made.length === 0) {
      for (const [at, size] of sizes.entries()) {
        const data = join(folder, String(at));
        await demoLog(join(data, 'log'), size);
        folders.push(data);
      }
    }
    const results: FiguresResults[] = [];
    for (const data of folders) results.push(await measured(data, asks));
    return results;
  } finally {
    rmSync(folder, { recursive: true });
  }
};

const measured = async (data: string, asks: number): Promise<FiguresResults> => {
  const readModels = join(data, 'read-models');
  const { events, first, last } = extentOf(join(data, 'log'));
  const bigLog = await benchBigLog(data, events);
  const { deals, spans } = await spansIn(readModels);
  // Each question of a row at the same instants, and the same for every size: they differ in nothing else.
  const instants = pseudoRandom(asks).map((at) => Math.floor(first + at * (last - first)));
  const open = instants.reduce((sum, at) => sum + openAt(spans, at), 0) / asks;
  const began = performance.now();
  const server = await started(MAIN, ['start'], data);
  const ready = performance.now();
  try {
    const ask = asking(server);
    await ask(QUESTIONS[0]?.path(instantOf(last)) ?? '');
    const answered = performance.now();
    const latencies: Latency[] = [];
    for (const question of QUESTIONS) latencies.push(await latencyOf(question, ask, instants, spans));
    return {
      deals,
      events,
      spans: spans.length,
      years: (last - first) / YEAR_MS,
      open,
      startSeconds: (ready - began) / 1000,
      firstSeconds: (answered - ready) / 1000,
      bigLog,
      memory: await residentOf(server),
      latencies,
      visibility: await visibilityOf(server, asks / 10),
    };
  } finally {
    await stopped(server.child);
  }
};

const YEAR_MS = 365.25 * 86_400_000;
const WARM_UP = 20;

const latencyOf = async (
  { name, path, plain }: Question,
  ask: (path: string) => Promise<number>,
  instants: readonly number[],
  spans: readonly PlainSpan[],
): Promise<Latency> => {
  for (const at of instants.slice(0, WARM_UP)) await ask(path(instantOf(at)));
  const took: number[] = [];
  for (const at of instants) took.push(await ask(path(instantOf(at))));
  const scans: number[] = [];
  if (plain !== null) {
    for (const at of instants.slice(0, WARM_UP)) {
      const began = performance.now();
      plain(spans, at);
      scans.push(performance.now() - began);
    }
  }
  const sorted = took.toSorted((a, b) => a - b);
  return {
    question: name,
    median: median(took),
    p99: sorted[Math.floor(sorted.length * 0.99)] ?? Number.NaN,
    plain: plain === null ? null : median(scans),
  };
};

/** Milliseconds that the answer took. */
const asking =
  ({ port }: Server) =>
  async (path: string): Promise<number> => {
    const began = performance.now();
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { headers: { authorization: `Bearer ${TOKEN}` } });
    const text = await response.text();
    if (!response.ok) throw new Error(`GET ${path}: ${response.status} ${text}`);
    return performance.now() - began;
  };

const residentOf = async ({ port }: Server): Promise<number> => {
  const response = await fetch(`http://127.0.0.1:${port}/api/metrics`, {
    headers: { authorization: `Bearer ${TOKEN}` },
  });
  const bytes = /^process_resident_memory_bytes (\S+)$/m.exec(await response.text())?.[1];
  return Number(bytes) / 2 ** 20;
};

/** How many events the log has, and from when to when the deals of it moved. */
const extentOf = (log: string): Readonly<{ events: number; first: number; last: number }> => {
  const database = new DatabaseSync(join(log, 'events.sqlite'), { readOnly: true });
  const at = (order: string): number => {
    const sql = `SELECT metadata FROM events WHERE type LIKE 'deal-%' ORDER BY position ${order} LIMIT 1`;
    const { metadata } = database.prepare(sql).get() as { metadata: string };
    return Date.parse((JSON.parse(metadata) as { at: string }).at);
  };
  const { events } = database.prepare('SELECT max(position) AS events FROM events').get() as { events: number };
  const extent = { events, first: at('ASC'), last: at('DESC') };
  database.close();
  return extent;
};

const spansIn = async (directory: string): Promise<Readonly<{ deals: number; spans: readonly PlainSpan[] }>> => {
  const reads = await openEmbeddedReadStore({ directory });
  const spans: PlainSpan[] = [];
  let deals = 0;
  for await (const { doc } of scanAll<DealHistory>(reads.collection(dealHistory.documents), { index: 'byId' })) {
    spans.push(...plainSpansOf(doc));
    deals += 1;
  }
  await reads.close();
  return { deals, spans };
};

/** Numbers from 0 to 1, the same in each run (mulberry32). */
const pseudoRandom = (count: number): readonly number[] => {
  let state = 1;
  return Array.from({ length: count }, () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  });
};
