import { availableParallelism, totalmem, type } from 'node:os';
import type { Figures } from './run-rounds.js';

/** The figures of a run as a page for people. */
export const faultReport = (figures: Figures, date: Date): string => {
  const { seed, rounds, stores, acknowledgedCommands, acknowledgedEvents, checks, lost, doubled, counts } = figures;
  const number = (value: number): string => value.toLocaleString('en');
  const total = Object.values(rounds).reduce((sum, count) => sum + count, 0);
  const { kills = 0, ...others } = counts;
  const machine = `${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, ${type()}`;
  return `# Fault report

${total} rounds on ${date.toISOString().slice(0, 10)} in ${number(figures.seconds)} s: Node ${process.versions.node}, ${machine}, shared with other work.

In each round a process of its own runs commands, 12 at a time, through the command runner on the embedded stores, with a
projector at work; something goes wrong, and it is killed with SIGKILL at a random moment. Then the stores are opened
again and everything is checked: each acknowledged command is there, once, whole, with its content, at the revision and
position that its client was told; unacknowledged ones whole or not at all; streams without gaps, positions and times in
order, each stream's chain the same as the order of the log; each decision made on the state before it; the read models
equal to a fold of the log. The next round sends what was not acknowledged again, under the same command ids.

| | |
|---|---|
| kills (SIGKILL) | ${number(kills)} |
| stores | ${number(stores)} |
| commands acknowledged | ${number(acknowledgedCommands)} |
| events acknowledged | ${number(acknowledgedEvents)} |
| checks of a whole store | ${number(checks)} |
| **events lost** | **${number(lost)}** |
| **events doubled** | **${number(doubled)}** |
| problems of any kind | ${number(figures.problems.length)} |

| rounds of | |
|---|---|
${Object.entries(rounds)
  .map(([kind, count]) => `| ${kind} | ${number(count)} |`)
  .join('\n')}

| seen | |
|---|---|
${Object.entries(others)
  .map(([what, count]) => `| ${what} | ${number(count)} |`)
  .join('\n')}

- *Torn last page*: after a kill the end of the write-ahead log is cut off, zeroed or garbled. What comes back must be the
  beginning of the log as it was, with every acknowledged event whose bytes were intact. An event whose own bytes are
  destroyed is gone, as on any disk that lied about its flush; its command is sent again and takes effect once.
- *Damaged file*: pages of a copy of the database are zeroed or garbled. It must be refused with a clear error, or read as
  it was. What still looks like a page is beyond the engine, which keeps no checksums: changed characters inside an event,
  or a page with the bytes of another one. The store may read that without an error; \`annals verify\` is there for it.
- A loss of power is not tested, only simulated by torn bytes.

Repeat it with \`npm run faults -- --rounds ${total} --seed ${seed}\`. What each round does follows from the seed; the moment
of a kill is also the machine's.${figures.problems.map((problem) => `\n- ${problem}`).join('')}
`;
};
