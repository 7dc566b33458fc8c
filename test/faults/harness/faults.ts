import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { faultReport } from './fault-report.js';
import { runRounds } from './run-rounds.js';

// npm run faults -- --rounds 300 [--seed 1] [--report docs/fault-report.md]
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '300' },
    seed: { type: 'string', default: '1' },
    report: { type: 'string' },
  },
});
const figures = await runRounds({
  rounds: Number(values.rounds),
  seed: Number(values.seed),
  onRound: (done, kind, problems) => {
    process.stdout.write(`${done}/${values.rounds} ${kind}${problems.map((problem) => `\n  ${problem}`).join('')}\n`);
  },
});
const report = faultReport(figures, new Date());
process.stdout.write(`\n${report}`);
if (values.report !== undefined) writeFileSync(values.report, report);
process.exitCode = figures.problems.length > 0 ? 1 : 0;
