// Measures what Annals costs beside the bare parts that it is made of, and writes docs/benchmarks.md.
// usage: npm run bench [-- --quick | --figures=FOLDER,FOLDER]
//   --quick    a look in less than a minute; writes nothing
//   --figures  only the figures, of the demos in these data folders; writes nothing
import { writeFileSync } from 'node:fs';
import { isBrowserInstalled } from '../browser/browser.js';
import { benchBoard, boardText } from './board.js';
import { benchCatchUp } from './catch-up.js';
import { benchFigures } from './figures.js';
import { figuresReport } from './figures-report.js';
import { benchHttp } from './http.js';
import { benchAppends, benchReads } from './log.js';
import { reportOf } from './report.js';
import type { Effort } from './rounds.js';
import { benchTwoDimensions } from './two-dimensions.js';

const isQuick = process.argv.includes('--quick');
const effort: Effort = isQuick ? { rounds: 1, seconds: 0.4, deals: 200 } : { rounds: 5, seconds: 1, deals: 1_000 };

const said = async <T>(what: string, measuring: Promise<T>): Promise<T> => {
  process.stderr.write(`${what} ...\n`);
  return measuring;
};

/** Ten times as many deals in the same time, and in ten times as long: as many open at an instant as in the first. */
const organisations = isQuick
  ? [50, 200].map((deals) => ({ reps: 5, deals, months: 18 }))
  : [
      { reps: 120, deals: 10_000, months: 24 },
      { reps: 120, deals: 100_000, months: 24 },
      { reps: 120, deals: 100_000, months: 240 },
    ];

const folders = process.argv.find((argument) => argument.startsWith('--figures='))?.split('=')[1];
if (folders !== undefined) {
  const pairs = await benchTwoDimensions(100_000, process.env.MONGODB_URI);
  process.stdout.write(figuresReport(await benchFigures([], 200, folders.split(',')), pairs));
  process.exit();
}

const appends = await said('appends', benchAppends(effort));
const reads = await said('reads', benchReads(effort, isQuick ? 20_000 : 100_000));
const catchUp = await said('catch-up', benchCatchUp(effort, process.env.MONGODB_URI));
const http = await said('HTTP', benchHttp(effort));
const figures = await said('figures', benchFigures(organisations, isQuick ? 20 : 200));
const pairs = await said('two dimensions', benchTwoDimensions(isQuick ? 1_000 : 100_000, process.env.MONGODB_URI));

const report = reportOf({ effort, appends, reads, catchUp, http, figures, pairs });
process.stdout.write(report);
if (isBrowserInstalled) {
  const board = await said('the board in a browser', benchBoard(isQuick ? 500 : 5_000, effort.rounds));
  process.stdout.write(boardText(board));
}
if (!isQuick) writeFileSync(new URL('../../../docs/benchmarks.md', import.meta.url), report);
