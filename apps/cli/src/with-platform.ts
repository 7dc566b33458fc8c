import { openPlatform, type Platform } from '#composition/platform.js';
import { readSettings } from '#config/settings.js';

/** Opens the stores that the settings name for one command, and closes them whatever becomes of it. */
export const withPlatform = async <T>(command: (platform: Platform) => Promise<T>): Promise<T> => {
  const platform = await openPlatform(readSettings(), (message) => process.stderr.write(`annals: ${message}\n`));
  try {
    return await command(platform);
  } finally {
    await platform.close();
  }
};
