import type { FiguresResults } from './figures.js';
import { table } from './table.js';
import type { TwoDimensions } from './two-dimensions.js';

/** The figures as of past instants, as a section of the report. */
export const figuresReport = (results: readonly FiguresResults[], pairs: readonly TwoDimensions[]): string => {
  const [first, ...others] = results;
  if (!first) return '';
  const rows = first.latencies.map(({ question, median }) => [
    question,
    cell(first, question),
    ...others.flatMap((other) => {
      const found = other.latencies.find((latency) => latency.question === question);
      return [cell(other, question), found ? `${(found.median / median).toFixed(1)} ×` : ''];
    }),
    plainOf(results.at(-1) ?? first, question),
  ]);
  const facts = results.map(({ deals, events, spans, years, open, startSeconds, firstSeconds, memory }) => [
    count(deals),
    count(events),
    years.toFixed(0),
    count(Math.round(open)),
    count(spans),
    startSeconds.toFixed(1),
    firstSeconds.toFixed(1),
    Math.round(memory),
  ]);
  const nameOf = ({ events, years }: FiguresResults): string => `${count(events)} events, ${years.toFixed(0)} years`;
  const names = [nameOf(first), ...others.flatMap((other) => [nameOf(other), 'growth'])];
  return `## Figures as of random past instants, milliseconds (99th percentile)

Over HTTP, one question at a time, all in one process on the embedded stores. *Growth*: beside the smallest log.
*Plain loop*: the same sums by a loop over all spans as objects in memory, without HTTP. Aims: board, forecast and leaderboard
15 (60), the waterfall of a quarter 150, growth 1.5 ×. A landing and the forecast methods learn from all of
history at each question, in turns with everybody else: they have no aim of growth.

${table(['figure', ...names, 'plain loop'], rows)}

${table(
  [
    ...['deals', 'events', 'years', 'open at an instant', 'spans', 'start, s', 'first figure after the start, s'],
    'memory, MiB',
  ],
  facts,
)}

### All events of the log, events a second

*Caught up*: the server, from the command that starts it, until all read models are folded from nothing; it seals the log beside that. *Bare*:
the loop of *Catching up* above, alone, with all documents in memory. *Verified*: \`annals verify\`, on one core. Aims: 60 % of
the bare loop, 600 MiB, 150,000 events a second verified.

${table(
  ['events', 'caught up', 'bare', 'ratio', 'memory at most, MiB', 'verified'],
  results.map(({ events, bigLog: { caughtUp, bare, peak, verified } }) => [
    count(events),
    count(Math.round(caughtUp)),
    count(Math.round(bare)),
    `${Math.round((caughtUp / bare) * 100)} %`,
    Math.round(peak),
    count(Math.round(verified)),
  ]),
)}

### Until a write is shown, milliseconds (99th percentile)

Open deals are rescheduled 200 times a second over HTTP, and after each a board is asked for that shows it (\`after\` the position
of the answer). The rate that was reached counts the boards too: it is lower where the machine could not keep up. Aim: shown within 50.

${table(
  ['events', 'commands a second', 'answered', 'shown after that'],
  results.map(({ events, visibility: { perSecond, answered, visible } }) => [
    count(events),
    Math.round(perSecond),
    `${milliseconds(answered.median)} (${milliseconds(answered.p99)})`,
    `${milliseconds(visible.median)} (${milliseconds(visible.p99)})`,
  ]),
)}

### 100,000 open deals by any two dimensions, milliseconds

Amounts by each two of month, owner, team, region, product, segment and stage, beside what weighs them, in memory. *MongoDB*:
the deals are documents there, and each question first looks for newer ones. Aim: a median of 60.

${table(
  ['read store', 'median of all pairs', 'slowest pair', 'loading all deals once, s'],
  pairs.map(({ store, median, slowest, loadSeconds }) => [
    store,
    milliseconds(median),
    milliseconds(slowest),
    loadSeconds.toFixed(1),
  ]),
)}
`;
};

const cell = ({ latencies }: FiguresResults, question: string): string => {
  const found = latencies.find((latency) => latency.question === question);
  return found ? `${milliseconds(found.median)} (${milliseconds(found.p99)})` : '';
};

const plainOf = ({ latencies }: FiguresResults, question: string): string => {
  const plain = latencies.find((latency) => latency.question === question)?.plain ?? null;
  return plain === null ? '' : milliseconds(plain);
};

const milliseconds = (figure: number): string => figure.toFixed(figure < 10 ? 1 : 0);
const count = (figure: number): string => figure.toLocaleString('en');
