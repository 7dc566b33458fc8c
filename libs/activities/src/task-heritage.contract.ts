import { type Handover, type Heritable, type Heritage, handoversOf } from '#people/heritage.contract.js';
import type { Projection } from '#projections/projection.js';
import { scanAll } from '#projections/scan-all.js';
import { activityLog } from './activity-log/activity-log.projection.js';
import type { TaskReassigned } from './domain/activity.events.js';
import { activityDecider } from './domain/activity.state.js';
import { decideReassignTask } from './reassign-task/reassign-task.handler.js';

const taskHandovers: Projection<TaskReassigned, Handover> = handoversOf(
  'tasks',
  activityDecider.category,
  'TaskReassigned',
);

/** The open tasks of a rep, for when they leave. */
export const taskHeritage: Heritage = {
  kind: 'tasks',
  owners: activityLog,
  handovers: taskHandovers as Heritage['handovers'],
  owned: async ({ reads }, repId) => {
    const items: Heritable[] = [];
    const range = { index: 'tasksByRep', equals: { repId, state: 'open' } };
    for await (const { key } of scanAll(reads.collection(activityLog.documents), range)) items.push({ id: key });
    return items;
  },
  reassign: (runner, { id, from, to }, context) => {
    const decide = decideReassignTask(runner, { repId: to }, context.actor);
    return runner.change(activityDecider, id, context, (task, deciding) =>
      task.repId === from && task.completedAt === null ? decide(task, deciding) : [],
    );
  },
};
