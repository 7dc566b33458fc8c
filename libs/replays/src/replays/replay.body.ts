import { DayOrAt, FieldValues, Nested, OneOf, Position, Text } from '#http/fields.js';
import { type Instant, parseDate } from '#kernel/instant.js';
import { startOfDayIn } from '#kernel/time-zone.js';
import { type Series, WEEKDAYS, type Weekday } from '../domain/series.js';
import type { Faults, ParameterFault } from '../questions/question.js';
import type { Bound, ReplayRequest } from '../replay/replay-request.js';
import { ScenarioBody, scenarioOf } from '../what-if/scenario.body.js';

/** What can be ordered, as a body or as options of the command line. */
export class ReplayBody {
  @OneOf(['series', 'projection'], { description: 'series: a question as of many instants. projection: a read model' })
  kind!: ReplayRequest['kind'];

  @Text({
    optional: true,
    max: 64,
    description: 'Of a series: board, forecast, performance, leaderboard, landing, back-test',
  })
  question?: string | null;

  @OneOf(['day', 'week', 'month'], { optional: true, description: 'Of a series. Default: month' })
  every?: Series['every'] | null;

  @OneOf(WEEKDAYS, { optional: true, description: 'The day of the week. Default: monday' })
  on?: Weekday | null;

  @OneOf(['then', 'now'], {
    optional: true,
    description: 'Of a series. then: by what was recorded by each instant; now: by all that is recorded. Default: then',
  })
  knownAt?: 'then' | 'now' | null;

  @FieldValues({ optional: true, description: "The question's own parameters" })
  parameters?: Readonly<Record<string, unknown>> | null;

  @Nested(() => ScenarioBody, { optional: true, description: 'Of a series: compares with the same history under it' })
  scenario?: ScenarioBody | null;

  @Text({ optional: true, max: 64, description: 'Of a projection: its name, as `GET /api/projections` has it' })
  projection?: string | null;

  @DayOrAt({
    optional: true,
    description: 'Where it begins; of a series a day, of a projection when events were recorded',
  })
  from?: string | null;

  @DayOrAt({ optional: true, description: 'Where it ends, as from. Default: now' })
  to?: string | null;

  @Position({ optional: true, description: 'Of a projection: from after this position' })
  fromPosition?: string | null;

  @Position({ optional: true, description: 'Of a projection: to this position' })
  toPosition?: string | null;
}

/** The request that a body states, or what it lacks. */
export const replayRequestOf = (body: ReplayBody, timeZone: string, now: Instant): ReplayRequest | Faults => {
  const faults: ParameterFault[] = [];
  const request = body.kind === 'series' ? seriesOf(body, now, faults) : projectionOf(body, timeZone, faults);
  return faults.length > 0 ? { faults } : request;
};

const seriesOf = (body: ReplayBody, now: Instant, faults: ParameterFault[]): ReplayRequest => {
  const { question, every, on, from, to, knownAt, parameters, scenario, projection, fromPosition, toPosition } = body;
  const day = (path: string, text: string): string => {
    if (parseDate(text) === null) faults.push({ path, message: 'must be a date, YYYY-MM-DD' });
    return text;
  };
  for (const [path, value] of Object.entries({ projection, fromPosition, toPosition })) {
    if (value != null) faults.push({ path, message: 'is for a projection' });
  }
  if (question == null) faults.push({ path: 'question', message: 'must be given' });
  if (from == null) faults.push({ path: 'from', message: 'must be given' });
  return {
    kind: 'series',
    question: question ?? '',
    series: {
      every: every ?? 'month',
      on: on ?? 'monday',
      from: day('from', from ?? now.slice(0, 10)),
      to: day('to', to ?? now.slice(0, 10)),
    },
    knownAt: knownAt ?? 'then',
    parameters: parameters ?? {},
    scenario: scenario == null ? null : scenarioOf(scenario, faults),
  };
};

const projectionOf = (body: ReplayBody, timeZone: string, faults: ParameterFault[]): ReplayRequest => {
  const { projection, question, every, on, knownAt, parameters, scenario, from, to, fromPosition, toPosition } = body;
  for (const [path, value] of Object.entries({ question, every, on, knownAt, parameters, scenario })) {
    if (value != null) faults.push({ path, message: 'is for a series' });
  }
  if (projection == null) faults.push({ path: 'projection', message: 'must be given' });
  const bound = (path: string, at: string | null | undefined, position: string | null | undefined): Bound | null => {
    if (at != null && position != null) faults.push({ path, message: 'either it or a position, not both' });
    if (position != null) return { position };
    if (at == null) return null;
    return { recordedAt: parseDate(at) === null ? new Date(at).toISOString() : startOfDayIn(timeZone, at) };
  };
  const stretch = { from: bound('from', from, fromPosition), to: bound('to', to, toPosition) };
  const empty = emptiness(stretch.from, stretch.to);
  if (empty !== null) faults.push(empty);
  return { kind: 'projection', projection: projection ?? '', ...stretch };
};

/** What is wrong with a stretch that ends before it begins: it has no event, whatever the log. */
const emptiness = (from: Bound | null, to: Bound | null): ParameterFault | null => {
  if (from === null || to === null) return null;
  if ('position' in from && 'position' in to) {
    if (BigInt(from.position) < BigInt(to.position)) return null;
    return { path: 'toPosition', message: 'must be after fromPosition' };
  }
  if ('position' in from || 'position' in to || from.recordedAt <= to.recordedAt) return null;
  return { path: 'to', message: 'must not be before from' };
};
