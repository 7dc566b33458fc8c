import { readFileSync } from 'node:fs';
import { cpus, loadavg, release, totalmem, type } from 'node:os';
import type { CatchUpResults } from './catch-up.js';
import type { FiguresResults } from './figures.js';
import { figuresReport } from './figures-report.js';
import type { HttpResults } from './http.js';
import type { AppendResults } from './log.js';
import { type Effort, type Measured, ratioOf } from './rounds.js';
import { table } from './table.js';
import type { TwoDimensions } from './two-dimensions.js';

export type Results = Readonly<{
  effort: Effort;
  appends: readonly AppendResults[];
  reads: readonly Measured[];
  catchUp: readonly CatchUpResults[];
  http: readonly HttpResults[];
  figures: readonly FiguresResults[];
  pairs: readonly TwoDimensions[];
}>;

/** What is aimed at, as parts of the bare figure. */
const AIMS = { append: 0.8, read: 0.7, http: 0.5, catchUp: 0.6 };

/** The results as Markdown. */
export const reportOf = ({ effort, appends, reads, catchUp, http, figures, pairs }: Results): string => {
  const missed: string[] = [];
  const aimed = (what: string, ratio: number, aim: number): string => {
    if (ratio < aim) missed.push(`${what}: ${percent(ratio)}, aimed at ${percent(aim)}`);
    return percent(ratio);
  };
  const appendRows = appends.map(({ inFlight, batch, measured }) => {
    const [port, engine, file] = ['port', 'engine', 'file'].map((name) => of(measured, name));
    const ratio = aimed(`Appends, ${inFlight} in flight`, ratioOf(measured, 'port', 'engine'), AIMS.append);
    return [inFlight, batch, rate(port), rate(engine), ratio, rate(file)];
  });
  const readRatio = ratioOf(reads, 'port', 'bare');
  const readRow = [rate(of(reads, 'port')), rate(of(reads, 'bare')), aimed('Reading the log', readRatio, AIMS.read)];
  const httpRows = http.map(({ inFlight, measured }) => {
    const cell = (name: string): string => {
      const found = measured.find((one) => one.name === name);
      return `${rate(found?.median)} (${Math.round(found?.p99 ?? 0)} ms)`;
    };
    const ratio = ratioOf(measured, 'api', 'node');
    const said = inFlight === 256 ? aimed('Commands over HTTP, 256 in flight', ratio, AIMS.http) : percent(ratio);
    const before = ['node', 'fastify', 'session', 'decided'].map(cell);
    return [inFlight, ...before, cell('api'), said, cell('whole')];
  });
  const catchUpRows = catchUp.map(({ store, events, measured }) => {
    const ratio = aimed(`Catching up, ${store}`, ratioOf(measured, 'projector', 'bare'), AIMS.catchUp);
    return [store, events, rate(of(measured, 'projector')), rate(of(measured, 'bare')), ratio];
  });
  return `# Benchmarks

Made by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}: medians of ${effort.rounds} runs of ${effort.seconds} s each (appends: three times as
many, a third as long), all contenders in turn within a round; a ratio is the median of the rounds' ratios. The ratios are what to look at: the machine is shared, and its figures vary from run to run.

${facts()
  .map((fact) => `- ${fact}`)
  .join('\n')}

## Appends to the embedded log, events a second

One event of about 500 bytes an append, on disk before it is acknowledged. *Bare engine*: a loop of transactions with
the same tables, settings and statements, each with as many events as the log had in one commit. *Bare file*: a write of
that many events and \`fdatasync\`. Aim: ${percent(AIMS.append)} of the bare engine.

${table(['in flight', 'events a commit', 'log', 'bare engine', 'ratio', 'bare file'], appendRows)}

## Reading the whole log, events a second

*Bare*: pages of 1,000 rows by the bare engine, with their JSON parsed. Aim: ${percent(AIMS.read)}.

${table(['log', 'bare', 'ratio'], [readRow])}

## Commands over HTTP, requests a second (99th percentile)

A deal is advanced: validated, decided on its current state, durable. *Empty*: a handler that reads the body and answers,
by \`node:http\` alone and by Fastify. *Empty, signed in*: a request that only tells who is signed in. *Decided*: an advance to
the stage where the deal is already, so that nothing is to append. The ratio is of the API alone to the empty
\`node:http\`. Load comes from another process on the same machine. Aim: ${percent(AIMS.http)} at 256 in flight.

${table(['in flight', 'empty node:http', 'empty Fastify', 'empty, signed in', 'decided', 'API alone', 'ratio', 'all in one process'], httpRows)}

${whereTimeGoes(http)}

## Catching up, events a second

All read models of a demo's log from nothing. *Bare*: a loop that reads and parses the same events, folds them by the same
functions in memory, and writes the same documents, with the same indexes, made as late, by the bare driver: a transaction (embedded) or
bulk writes of 1,000 (MongoDB) a page, without position guard, checkpoint or lease.

${table(['read store', 'events', 'projector', 'bare', 'ratio'], catchUpRows)}

${figuresReport(figures, pairs)}
## What misses its aim

${missed.length === 0 ? 'Nothing in this run.' : missed.map((line) => `- ${line}`).join('\n')}
`;
};

/** What the limit of commands is: the one thread that serves them is busy all the time, by the steps of a command. */
const whereTimeGoes = (http: readonly HttpResults[]): string => {
  const measured = http.at(-1)?.measured ?? [];
  const took = (name: string): number => 1_000_000 / of(measured, name);
  const steps = [
    [took('node'), 'HTTP'],
    [took('fastify') - took('node'), 'Fastify'],
    [took('session') - took('fastify'), 'Nest, who is signed in, limits'],
    [took('decided') - took('session'), 'body, validation, loading and deciding'],
    [took('api') - took('decided'), 'append, and reading back what is new'],
  ] as const;
  return `The limit is the one thread that serves: at 256 in flight a command takes it ${Math.round(took('api'))} µs, of which
${steps.map(([time, what]) => `- ${Math.round(time)} µs: ${what}`).join('\n')}`;
};

const of = (measured: readonly Measured[], name: string): number =>
  measured.find((one) => one.name === name)?.median ?? Number.NaN;

const percent = (ratio: number): string => `${Math.round(ratio * 100)} %`;

const rate = (figure: number | undefined): string => Math.round(figure ?? Number.NaN).toLocaleString('en');

const facts = (): readonly string[] => {
  const processors = cpus();
  const version = (name: string): string => {
    const path = new URL(`../../../node_modules/${name}/package.json`, import.meta.url);
    return `${name} ${(JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version}`;
  };
  const packages = ['@nestjs/core', 'fastify', '@photostructure/sqlite', 'mongodb'].map(version);
  return [
    `${processors.length} cores (${processors[0]?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GiB, ${type()} ${release()}`,
    `Node ${process.versions.node}, ${packages.join(', ')}`,
    `Load average at the end, the benchmark's own included: ${(loadavg()[0] ?? 0).toFixed(1)}`,
  ];
};
