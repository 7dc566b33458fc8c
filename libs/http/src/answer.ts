import type { CommonRefusal, Receipt } from '#commands/command-context.js';
import type { Answer } from '#commands/command-runner.js';
import { isRejected } from '#kernel/outcome.js';
import { type ProblemMap, problemOf } from './problem.js';

const commonProblems: ProblemMap<CommonRefusal> = {
  NotFound: { status: 404, title: 'Not found' },
  NotAllowed: { status: 403, title: 'Not allowed' },
  OccurredInFuture: { status: 409, title: 'The fact lies in the future' },
  OccurredTooEarly: { status: 409, title: 'The fact lies before 1970' },
  OccurredBeforeLastFact: { status: 409, title: 'The fact lies before the last one of the record' },
  StaleRevision: { status: 412, title: 'The record has changed meanwhile' },
  TooLarge: { status: 413, title: 'The fact is too large' },
  IdempotencyKeyReused: { status: 422, title: 'The idempotency key belongs to another request' },
};

/** What a write answers; the interceptor in apps/api adds the ETag. */
export class Written<More extends object = object> {
  constructor(
    readonly id: string,
    readonly revision: string,
    readonly position: string,
    /** Further fields of the answer. */
    readonly more?: More,
  ) {}
}

/** The receipt of an accepted command. @throws ProblemException for a refusal */
const accepted = <C extends string>(outcome: Answer<C>, problems: ProblemMap<Exclude<C, CommonRefusal>>): Receipt => {
  if (!isRejected(outcome)) return outcome;
  throw problemOf(outcome, { ...commonProblems, ...problems });
};

/** Turns the answer of a command into the answer of a request. @throws ProblemException for a refusal */
export const answer = <C extends string, More extends object>(
  outcome: Answer<C>,
  problems: ProblemMap<Exclude<C, CommonRefusal>>,
  more?: More,
): Written<More> => {
  const { id, revision, position } = accepted(outcome, problems);
  return new Written(id, String(revision), String(position), more);
};
