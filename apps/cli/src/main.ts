import { Argument, Command, Option } from 'commander';
import { readSettings } from '#config/settings.js';
import { DEMO_DEFAULTS } from '#demo/demo-arguments.js';
import { SEGMENTS } from '#forecast-methods/back-test/back-test.contract.js';
import { FORMATS } from '#interchange/import-folder.js';
import { outlivesItsReader } from './closed-pipe.js';
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
import { orderParked, orderParkedThroughServer } from './order-parked.js';
import type { ParkedKeyOrdered } from './parked-outcome.js';
import { PARTS, type Part } from './parts.js';
import { rebuild, rebuildThroughServer } from './rebuild.js';
import { collected, type ReplayOptions, replay, tellReplay } from './replay.js';
import { exportThroughServer } from './server/export-through-server.js';
import { importThroughServer } from './server/import-through-server.js';
import { replayThroughServer } from './server/replay-through-server.js';
import { type ServerOptions, serverOf, TOKEN_OPTION, URL_OPTION } from './server/server.js';
import { statusThroughServer } from './server/status-through-server.js';
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
  .action(async ({ only }: { only?: Part }) => {
    // The API alone takes as long to load as all other commands together.
    const { start } = await import('./start.js');
    await start(readSettings(), only ? [only] : PARTS);
  });

program
  .command('import [folder]')
  .description('Import the files of a folder, or the events of an archive; the same again changes nothing')
  .addOption(new Option('--format <format>', 'what the files are').choices([...FORMATS]).default('annals'))
  .option('--report <file>', 'where to write the report (default: in the data folder; with --url nowhere)')
  .addOption(
    new Option('--decimal <mark>', 'what stands before decimals in CSV files, where that is unclear').choices([
      '.',
      ',',
    ]),
  )
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
  .option('--reps <number>', 'sales reps; their managers come on top', wholeNumber(1, 2_000), DEMO_DEFAULTS.reps)
  .option('--deals <number>', 'deals; each brings about ten events', wholeNumber(1, 1_000_000), DEMO_DEFAULTS.deals)
  .option('--months <number>', 'how long the past is', wholeNumber(1, 240), DEMO_DEFAULTS.months)
  .option('--seed <number>', 'another number, another organisation', wholeNumber(0, 4_294_967_295), DEMO_DEFAULTS.seed)
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

for (const [order, description] of [
  ['rebuild', 'Fold read models anew beside those that are shown, all or those named, and show them then'],
  ['rollback', 'Show the generation of read models again that was shown before, once it is up to date'],
] as const) {
  program
    .command(order)
    .description(description)
    .argument(order === 'rebuild' ? '[read models...]' : '<read models...>')
    .addOption(URL_OPTION)
    .addOption(TOKEN_OPTION)
    .action((named: string[], options: ServerOptions) => {
      const server = serverOf(options);
      return server
        ? rebuildThroughServer(server, named, order)
        : withPlatform((platform) => rebuild(platform, named, order));
    });
}

type ParkedOptions = ServerOptions & Readonly<{ wait: number }>;

program
  .command('parked')
  .description('Have a parked key of a read model tried again, or its event left out for good; `status` lists them')
  .addArgument(new Argument('<order>', 'what to do').choices(['retry', 'release']))
  .argument('<read model>')
  .argument('<key>')
  .addOption(
    new Option('--wait <seconds>', 'how long to wait for what comes of it')
      .default(60)
      .argParser(wholeNumber(0, 86_400)),
  )
  .addOption(URL_OPTION)
  .addOption(TOKEN_OPTION)
  .addHelpText(
    'after',
    '\nExit status: 0 nothing of the key is parked any more, 2 it is parked again, 1 it is not known.',
  )
  .action((order: ParkedKeyOrdered['order'], projection: string, key: string, options: ParkedOptions) => {
    const ordered = { order, projection, key, waitSeconds: options.wait };
    const server = serverOf(options);
    if (server) return orderParkedThroughServer(server, ordered);
    return withPlatform((platform) => orderParked(platform, ordered));
  });

const runReplay = async (options: ReplayOptions & ServerOptions): Promise<void> => {
  const { url: _, token: __, ...asked } = options;
  const server = serverOf(options);
  const answer = server
    ? await replayThroughServer(server, asked)
    : await withPlatform((platform) => replay(platform, asked));
  tellReplay(answer, asked.out);
};

const KNOWN_AT = new Option('--known-at <when>', 'by what was recorded by each instant, or by all that is recorded')
  .choices(['then', 'now'])
  .default('then');
const EVERY = new Option('--every <unit>', 'how far apart the instants are').choices(['day', 'week', 'month']);
const OUT = new Option('--out <file>', 'the file to write: .csv, .ndjson or .parquet').makeOptionMandatory();

program
  .command('replay')
  .description('Ask a question as of many past instants, or fold a read model over a stretch of the log')
  .option('--question <name>', 'board, forecast, performance, leaderboard, landing or back-test')
  .option('--projection <name>', 'a read model, folded anew into a scratch area')
  .option('--from <day>', 'the first day; of a projection a day or an instant')
  .option('--to <day>', 'the last day; of a projection a day or an instant (default: now)')
  .option('--from-position <position>', 'of a projection: from after this position')
  .option('--to-position <position>', 'of a projection: to this position')
  .addOption(EVERY)
  .option('--on <weekday>', 'the day of the week (default: monday)')
  .addOption(new Option('--known-at <when>', 'recorded by each instant, or at all').choices(['then', 'now']))
  .option('--parameter <name=value>', "one of the question's own parameters; may be given again", collected, [])
  .addOption(OUT)
  .addOption(URL_OPTION)
  .addOption(TOKEN_OPTION)
  .addHelpText('after', '\nStopped, and given again with the same options, it goes on where it was.')
  .action(runReplay);

type BackTestOptions = Readonly<{ by: string; periods: string; segment: string; until?: string }>;

program
  .command('back-test')
  .description('Make the forecasts of every method anew at past days, and score them by what came')
  .requiredOption('--from <day>', 'the first day on which forecasts are made')
  .option('--to <day>', 'the last such day (default: today)')
  .addOption(EVERY)
  .option('--on <weekday>', 'the day of the week (default: monday)')
  .addOption(KNOWN_AT)
  .addOption(new Option('--by <unit>', 'what is forecast').choices(['month', 'quarter', 'year']).default('quarter'))
  .option('--until <day>', 'only periods that are over by this day count (default: today)')
  .option('--periods <number>', 'how many periods, from the one under way', '2')
  .addOption(new Option('--segment <what>', 'by what deals are told apart').choices([...SEGMENTS]).default('size'))
  .addOption(OUT)
  .addOption(URL_OPTION)
  .addOption(TOKEN_OPTION)
  .action(
    ({ by, periods, segment, until, ...options }: Omit<ReplayOptions, 'parameter'> & BackTestOptions & ServerOptions) =>
      runReplay({
        ...options,
        question: 'back-test',
        parameter: Object.entries({ by, periods, segment, until })
          .filter(([, value]) => value !== undefined)
          .map(([name, value]) => `${name}=${value}`),
      }),
  );

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

outlivesItsReader(process.stdout);
outlivesItsReader(process.stderr);
try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`annals: ${explained(error, canUseServer)}\n`);
  process.exitCode = 1;
}
