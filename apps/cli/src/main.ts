import { Command, Option } from 'commander';
import { readSettings } from '#config/settings.js';
import { FORMATS } from '#interchange/import-folder.js';
import { type DemoOptions, demo, pastDay, wholeNumber } from './demo.js';
import { doctor } from './doctor.js';
import { explained } from './explained.js';
import { runExport } from './export.js';
import { type ImportOptions, runImport } from './import.js';
import {
  exportArchive,
  importArchive,
  type LogExportOptions,
  type LogImportOptions,
  oneOf,
  readPosition,
  readUntil,
} from './log-archive.js';
import { rebuild } from './rebuild.js';
import { exportThroughServer } from './server/export-through-server.js';
import { importThroughServer } from './server/import-through-server.js';
import { type ServerOptions, serverOf, TOKEN_OPTION, URL_OPTION } from './server/server.js';
import { statusThroughServer } from './server/status-through-server.js';
import { PARTS, type Part, start } from './start.js';
import { status } from './status.js';
import { auditorOf, remoteAuditor, type VerifyCommand, verify } from './verify.js';
import { withPlatform } from './with-platform.js';

const VERSION = '0.1.0';

const program = new Command('annals')
  .description('Event-sourced CRM core: every fact kept, every figure as of any instant.')
  .version(VERSION);

/** The command that runs can go through a server. */
let canUseServer = false;
program.hook('preAction', (_, { options }) => {
  canUseServer = options.includes(URL_OPTION);
});

program
  .command('start')
  .description('Start API, projector and worker in one process, or one of them alone')
  .addOption(new Option('--only <part>', 'start one part alone').choices([...PARTS]))
  .action(async ({ only }: { only?: Part }) => start(readSettings(), only ? [only] : PARTS));

program
  .command('import [folder]')
  .description('Import the files of a folder, or the events of an archive; the same again changes nothing')
  .addOption(new Option('--format <format>', 'what the files are').choices([...FORMATS]).default('annals'))
  .option('--report <file>', 'where to write the report (default: in the data folder; with --url nowhere)')
  .option('--log <file>', 'an archive of a log, to fill an empty log or to continue its copy')
  .addOption(new Option('--until <end>', 'with --log: up to this instant or position').argParser(readUntil))
  .addOption(URL_OPTION)
  .addOption(TOKEN_OPTION)
  .addHelpText('after', '\nExit status: 0 all went well, 2 rows were rejected (the report lists them), 1 failed.')
  .action((folder: string | undefined, options: ImportOptions & LogImportOptions & ServerOptions, command: Command) => {
    if (oneOf(command, folder, options)) return importArchive(readSettings(), options.log, options.until);
    const server = serverOf(options);
    if (server) return importThroughServer(server, folder ?? '', options);
    return withPlatform((platform) => runImport(platform, folder ?? '', options));
  });

program
  .command('demo')
  .description('Make a sales organisation with a past, to look around in; the same one for the same options')
  .option('--reps <number>', 'sales reps; their managers come on top', wholeNumber(1, 2_000), 12)
  .option('--deals <number>', 'deals; each brings about ten events', wholeNumber(1, 1_000_000), 600)
  .option('--months <number>', 'how long the past is', wholeNumber(1, 240), 18)
  .option('--seed <number>', 'another number, another organisation', wholeNumber(0, 4_294_967_295), 1)
  .option('--until <day>', 'when the past ends (default: today)', pastDay)
  .action((options: DemoOptions) => withPlatform((platform) => demo(platform, options)));

program
  .command('export [folder]')
  .description('Write everything as interchange files, which `annals import` reads, or the log as an archive')
  .option('--log <file>', 'write every event as it is stored to this new file: a backup')
  .addOption(new Option('--after <position>', 'with --log: only what came after').argParser(readPosition))
  .addOption(new Option('--until <end>', 'with --log: up to this instant or position').argParser(readUntil))
  .addOption(URL_OPTION)
  .addOption(TOKEN_OPTION)
  .action((folder: string | undefined, options: LogExportOptions & ServerOptions, command: Command) => {
    if (oneOf(command, folder, options)) return exportArchive(readSettings(), { ...options, annals: VERSION });
    const server = serverOf(options);
    if (server) return exportThroughServer(server, folder ?? '');
    return withPlatform((platform) => runExport(platform, folder ?? ''));
  });

program
  .command('status')
  .description('Say how far the log and each read model are')
  .addOption(URL_OPTION)
  .addOption(TOKEN_OPTION)
  .action((options: ServerOptions) => {
    const server = serverOf(options);
    return server ? statusThroughServer(server) : withPlatform(status);
  });

program
  .command('rebuild')
  .description('Fold read models anew from the log, all or those named')
  .argument('[read models...]')
  .action((named: string[]) => withPlatform((platform) => rebuild(platform, named)));

program
  .command('verify')
  .description('Hold every event of the log against its seals, and name the first one that was tampered with')
  .option('--checkpoint <file>', 'an exported checkpoint: is all that it covers still there?')
  .option('--export <file>', 'write a signed checkpoint of the log, to be kept elsewhere')
  .addOption(URL_OPTION)
  .addOption(TOKEN_OPTION)
  .addHelpText('after', '\nExit status: 0 the log holds, 1 it does not, or it could not be verified.')
  .action((options: VerifyCommand & ServerOptions) => {
    const server = serverOf(options);
    if (server) return verify(remoteAuditor(server), options);
    return withPlatform((platform) => verify(auditorOf(platform), options));
  });

program
  .command('doctor')
  .description('Look for what would keep Annals from running well here')
  .action(async () => {
    if (!(await doctor())) process.exitCode = 1;
  });

try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`annals: ${explained(error, canUseServer)}\n`);
  process.exitCode = 1;
}
