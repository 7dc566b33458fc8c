import { importLog } from '#event-store/archive/import-log.js';
import { openEmbeddedLogRestore } from '#event-store/embedded/embedded-log-restore.js';

/**
 * Imports the archive of its first argument into the log in the directory of its second, and says on stdout when the
 * first events are written and when it has ended.
 */
const [archive = '', directory = ''] = process.argv.slice(2);
await importLog(archive, {
  openRestore: () => openEmbeddedLogRestore({ directory }),
  onProgress: ({ phase }) => phase === 'import' && process.stdout.write('writing\n'),
});
process.stdout.write('ended\n');
