import { accessSync, constants, mkdirSync, statfsSync } from 'node:fs';
import { openPlatform } from '#composition/platform.js';
import { readSettings, type Settings } from '#config/settings.js';

const LEAST_FREE_BYTES = 1024 ** 3;

type Finding = Readonly<{ what: string; trouble: string | null }>;

/** Looks for what would keep Annals from running well here, and says what to do. True when nothing was found. */
export const doctor = async (): Promise<boolean> => {
  const findings: Finding[] = [check('Node.js', nodeTrouble)];
  let settings: Settings | null = null;
  findings.push(
    check('Settings', () => {
      settings = readSettings();
      return null;
    }),
  );
  if (settings) findings.push(...(await storeFindings(settings)));
  for (const { what, trouble } of findings)
    process.stdout.write(`${trouble === null ? 'ok  ' : 'FAIL'} ${what}${trouble === null ? '' : `: ${trouble}`}\n`);
  return findings.every(({ trouble }) => trouble === null);
};

const storeFindings = async (settings: Settings): Promise<readonly Finding[]> => {
  const folder = check(`Data folder ${settings.dataDir}`, () => {
    mkdirSync(settings.dataDir, { recursive: true });
    accessSync(settings.dataDir, constants.R_OK | constants.W_OK);
    const { bavail, bsize } = statfsSync(settings.dataDir);
    return bavail * bsize < LEAST_FREE_BYTES ? `only ${Math.round((bavail * bsize) / 1024 ** 2)} MiB are free` : null;
  });
  if (folder.trouble !== null) return [folder];
  try {
    const platform = await openPlatform(settings, () => undefined);
    await Promise.all([platform.events.head(), platform.reads.ping()]);
    await platform.close();
    return [folder, { what: 'Stores', trouble: null }];
  } catch (error) {
    return [folder, { what: 'Stores', trouble: messageOf(error) }];
  }
};

const check = (what: string, look: () => string | null): Finding => {
  try {
    return { what, trouble: look() };
  } catch (error) {
    return { what, trouble: messageOf(error) };
  }
};

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const nodeTrouble = (): string | null => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  return major > 20 || (major === 20 && minor >= 19) ? null : `is ${process.versions.node}; at least 20.19 is needed`;
};
