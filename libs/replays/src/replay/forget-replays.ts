import type { Settings } from '#config/settings.js';
import { ReplayFolder, replayIds } from './replay-folder.js';

/**
 * Deletes the replays of read models: their documents may say what was erased. One that is under way ends with that; it
 * can be ordered anew.
 */
export const forgetReplays = async (settings: Pick<Settings, 'dataDir'>): Promise<void> => {
  for (const id of await replayIds(settings)) {
    const folder = new ReplayFolder(settings, id);
    if ((await folder.ordered())?.request.kind === 'projection') await folder.remove();
  }
};
