import type { Outcome } from '#kernel/outcome.js';
import type { NoteTaken } from './activity.events.js';
import type { Activity } from './activity.state.js';
import { aboutOf, type RecordActivityRefusal, recordActivity } from './record-activity.js';

export type TakeNote = NoteTaken['data'];
export type TakeNoteRefusal = RecordActivityRefusal;

export const takeNote = (command: TakeNote, activity: Activity | null): Outcome<NoteTaken, TakeNoteRefusal> =>
  recordActivity({ type: 'NoteTaken', data: aboutOf(command) }, activity);
