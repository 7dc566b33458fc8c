import type { EventRegistry } from '#commands/event-registry.js';
import { companyKnownAt } from '#company/company-versions/company-at.contract.js';
import type { EventStore } from '#event-store/event-store.js';
import type { CalendarDate, Instant } from '#kernel/instant.js';
import { dateIn } from '#kernel/time-zone.js';
import type { AnyProjection } from '#projections/projection.js';
import { instantsOf, MOST_INSTANTS, type Series } from '../domain/series.js';
import {
  type Faults,
  isFaulty,
  onBothAxes,
  type ParameterFault,
  type Question,
  type Reads,
} from '../questions/question.js';
import { questions } from '../questions/questions.js';
import { comparedColumns } from '../what-if/compared.js';
import { comparing } from '../what-if/comparing.js';
import { unknownIds } from '../what-if/unknown-ids.js';
import { projectionTask } from './projection-task.js';
import type { ReplayFolder } from './replay-folder.js';
import type { ProjectionRequest, Replay, SeriesRequest } from './replay-request.js';
import type { ReplayTask } from './replay-task.js';
import { seriesTask } from './series-task.js';

export type ReplaySources = Reads &
  Readonly<{ events: EventStore; registry: EventRegistry; projections: readonly AnyProjection[] }>;

export type Prepared = Readonly<{ task: ReplayTask; summarise?: Question['summarise'] }>;

/** The work that a replay is, or what is wrong with its request. Nothing is read or written yet. */
export const preparedReplay = async (
  { request, at, head }: Replay,
  folder: ReplayFolder,
  from: ReplaySources,
): Promise<Prepared | Faults> =>
  request.kind === 'series'
    ? preparedSeries(request, at, from)
    : preparedProjection(request, BigInt(head), folder, from);

const faulty = (...faults: readonly ParameterFault[]): Faults => ({ faults });

const preparedSeries = async (request: SeriesRequest, now: Instant, from: Reads): Promise<Prepared | Faults> => {
  const { series, question: name, parameters, knownAt, scenario } = request;
  const question = questions.find((each) => each.name === name);
  if (!question) {
    return faulty({ path: 'question', message: `must be one of ${questions.map((each) => each.name).join(', ')}` });
  }
  const { timeZone } = await companyKnownAt(from.readModels, from.settings, now);
  const instants = instantsOf(series, timeZone, now);
  if (instants.length === 0) return faulty(withoutInstants(series, dateIn(timeZone, now)));
  if (instants.length > MOST_INSTANTS)
    return faulty({ path: 'to', message: `leaves more than ${MOST_INSTANTS} instants` });
  const ask = question.asking(parameters, onBothAxes(now), from.settings);
  if (isFaulty(ask)) return ask;
  const inVain = await question.inVain?.(parameters, instants, onBothAxes(now), from);
  if (inVain) return faulty(inVain);
  if (scenario === null) {
    const task = seriesTask(knownAt, question.columns, (at) => ask(at, from), instants, now);
    return { task, ...(question.summarise && { summarise: question.summarise }) };
  }
  const unknown = await unknownIds(scenario, from.readModels);
  if (unknown.length > 0) return { faults: unknown };
  const compare = comparing(question, ask, scenario, from);
  return { task: seriesTask(knownAt, comparedColumns(question), compare, instants, now) };
};

/** Why a series has no instants. */
const withoutInstants = ({ from, to, every, on }: Series, today: CalendarDate): ParameterFault => {
  if (from > today) return { path: 'from', message: `lies ahead: ${from} has not come` };
  if (to < from) return { path: 'to', message: `must not be before from: ${to} is before ${from}` };
  const until = to < today ? to : today;
  return { path: 'to', message: `leaves no ${every === 'week' ? on : 'first of a month'} from ${from} to ${until}` };
};

const preparedProjection = (
  request: ProjectionRequest,
  head: bigint,
  folder: ReplayFolder,
  { events, registry, projections }: ReplaySources,
): Prepared | Faults => {
  const projection = projections.find(({ name }) => name === request.projection);
  if (!projection) {
    const names = projections.map(({ name }) => name).join(', ');
    return faulty({ path: 'projection', message: `must be one of ${names}` });
  }
  return { task: projectionTask(request, projection, { events, registry }, folder.scratch, head) };
};
