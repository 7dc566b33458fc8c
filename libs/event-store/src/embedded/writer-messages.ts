import type { SerialisedEvent } from '../serialise.js';
import type { AppendOutcome, AppendRequest, Batch } from './log-writer.js';

/** The expected revision of a stream that must not exist yet, as a number. */
const NO_STREAM = -1;

/** A batch as one text and one array of numbers: what a message between threads costs is the number of its objects. */
export type BatchMessage = Readonly<{
  now: number;
  /** For each append its stream, then id, type, data and metadata of each event, one after the other. */
  text: string;
  /** For each append: its expected revision, the number of its events, and the lengths of its parts of the text. */
  numbers: Float64Array;
}>;

export type OutcomesMessage = Readonly<{
  /** Revision and position of one append after the other; 0 for those in `others`. */
  numbers: Float64Array;
  others: readonly (readonly [index: number, AppendOutcome])[];
}>;

export const batchMessage = ({ appends, now }: Batch): BatchMessage => {
  const numbers: number[] = [];
  let text = '';
  const put = (part: string): void => {
    text += part;
    numbers.push(part.length);
  };
  for (const { stream, expected, events } of appends) {
    numbers.push(expected === 'no_stream' ? NO_STREAM : expected, events.length);
    put(stream);
    for (const { id, type, data, metadata } of events) {
      put(id);
      put(type);
      put(data);
      put(metadata);
    }
  }
  return { now, text, numbers: Float64Array.from(numbers) };
};

export const batchOf = ({ now, text, numbers }: BatchMessage): Batch => {
  const appends: AppendRequest[] = [];
  let [at, begin] = [0, 0];
  const number = (): number => numbers[at++] ?? 0;
  const part = (): string => {
    const end = begin + number();
    const found = text.slice(begin, end);
    begin = end;
    return found;
  };
  while (at < numbers.length) {
    const [revision, count, stream] = [number(), number(), part()];
    const events: SerialisedEvent[] = [];
    while (events.length < count) events.push({ id: part(), type: part(), data: part(), metadata: part() });
    const expected = revision === NO_STREAM ? 'no_stream' : revision;
    appends.push({ stream, expected, events });
  }
  return { appends, now };
};

export const outcomesMessage = (outcomes: readonly AppendOutcome[]): OutcomesMessage => {
  const numbers = new Float64Array(outcomes.length * 2);
  const others: [number, AppendOutcome][] = [];
  for (const [n, outcome] of outcomes.entries()) {
    if (outcome.kind !== 'appended') others.push([n, outcome]);
    else [numbers[n * 2], numbers[n * 2 + 1]] = [outcome.revision, outcome.position];
  }
  return { numbers, others };
};

export const outcomesOf = ({ numbers, others }: OutcomesMessage): AppendOutcome[] => {
  const outcomes: AppendOutcome[] = [];
  for (let n = 0; n < numbers.length; n += 2) {
    outcomes.push({ kind: 'appended', revision: numbers[n] ?? 0, position: numbers[n + 1] ?? 0 });
  }
  for (const [n, outcome] of others) outcomes[n] = outcome;
  return outcomes;
};
