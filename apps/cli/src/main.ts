import { Command, Option } from 'commander';
import { InvalidSettings, readSettings } from '#config/settings.js';
import { PARTS, type Part, start } from './start.js';

const program = new Command('annals')
  .description('Event-sourced CRM core: every fact kept, every figure as of any instant.')
  .version('0.1.0');

program
  .command('start')
  .description('Start API, projector and worker in one process, or one of them alone')
  .addOption(new Option('--only <part>', 'start one part alone').choices([...PARTS]))
  .action(async ({ only }: { only?: Part }) => start(readSettings(), only ? [only] : PARTS));

try {
  await program.parseAsync();
} catch (error) {
  const known = error instanceof InvalidSettings;
  process.stderr.write(
    `annals: ${known ? error.message : error instanceof Error ? (error.stack ?? error.message) : error}\n`,
  );
  process.exitCode = 1;
}
