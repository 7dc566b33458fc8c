import { Command, Option } from 'commander';
import { InvalidSettings, readSettings } from '#config/settings.js';
import { EventStoreLocked } from '#event-store/event-store.js';
import { FORMATS, type Format } from '#interchange/import-folder.js';
import { UnreadableFile } from '#interchange/rows/row.js';
import { runImport } from './import.js';
import { PARTS, type Part, start } from './start.js';

const program = new Command('annals')
  .description('Event-sourced CRM core: every fact kept, every figure as of any instant.')
  .version('0.1.0');

program
  .command('start')
  .description('Start API, projector and worker in one process, or one of them alone')
  .addOption(new Option('--only <part>', 'start one part alone').choices([...PARTS]))
  .action(async ({ only }: { only?: Part }) => start(readSettings(), only ? [only] : PARTS));

program
  .command('import <folder>')
  .description('Import the files of a folder; the same folder again changes nothing')
  .addOption(new Option('--format <format>', 'what the files are').choices([...FORMATS]).default('crm-sales'))
  .option('--report <file>', 'where to write the report (default: in the data folder)')
  .addHelpText('after', '\nExit status: 0 all went well, 2 rows were rejected (the report lists them), 1 failed.')
  .action(async (folder: string, options: { format: Format; report?: string }) =>
    runImport(readSettings(), folder, options),
  );

/** What the user can act upon is said without a stack. */
function explained(error: unknown): string {
  if (error instanceof EventStoreLocked) {
    return `${error.message}. Stop the server, or go through it with --url and --token.`;
  }
  if (error instanceof InvalidSettings || error instanceof UnreadableFile) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`annals: ${explained(error)}\n`);
  process.exitCode = 1;
}
