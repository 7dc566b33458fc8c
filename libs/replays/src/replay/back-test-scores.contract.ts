import { validate } from 'uuid';
import type { Settings } from '#config/settings.js';
import type { MethodScore } from '#forecast-methods/back-test/back-test.contract.js';
import { ReplayFolder } from './replay-folder.js';

/** What a completed back-test says of each method; null when there is none of that id. */
export const backTestScores = async (settings: Settings, id: string): Promise<readonly MethodScore[] | null> => {
  // It names a folder.
  if (!validate(id)) return null;
  const folder = new ReplayFolder(settings, id);
  const [ordered, report] = [await folder.ordered(), await folder.report()];
  if (ordered?.request.kind !== 'series' || ordered.request.question !== 'back-test' || report === null) return null;
  return report.summary as unknown as readonly MethodScore[];
};
