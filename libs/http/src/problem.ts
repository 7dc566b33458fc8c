import type { Rejected } from '#kernel/outcome.js';

/** One thing wrong with the input: where (`lines.0.price.amount`, `header If-Match`) and what. */
export type InputError = Readonly<{ path: string; message: string }>;

/** RFC 9457 problem details, as this API answers them. `code` names the refusal for programs. */
export type Problem = Readonly<{
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  errors?: readonly InputError[];
}>;

/** Title and HTTP status of each refusal. A new refusal without its line here must not compile. */
export type ProblemMap<C extends string> = Readonly<Record<C, Readonly<{ status: number; title: string }>>>;

/** Thrown to answer a request with a problem; the filter in apps/api writes it. */
export class ProblemException extends Error {
  override readonly name = 'ProblemException';
  constructor(
    readonly status: number,
    readonly code: string,
    readonly title: string,
    readonly detail: string,
    readonly errors?: readonly InputError[],
    readonly retryAfterSeconds?: number,
  ) {
    super(`${code}: ${detail}`);
  }
}

/** The problem that a refusal is answered with. */
export const problemOf = ({ rejected, detail }: Rejected<string>, problems: ProblemMap<string>): ProblemException => {
  const problem = problems[rejected];
  if (!problem) throw new Error(`No problem is declared for the refusal ${rejected}`);
  return new ProblemException(problem.status, rejected, problem.title, detail);
};

/** An answer names at most so many faults: a body of nothing but faults must not get an answer of its size. */
const MAX_ERRORS = 100;

export const badInput = (errors: readonly InputError[]): ProblemException => {
  const named = errors.slice(0, MAX_ERRORS);
  const more = errors.length > MAX_ERRORS ? [`and ${errors.length - MAX_ERRORS} more`] : [];
  const detail = [...named.map(({ path, message }) => `${path}: ${message}`), ...more].join('; ');
  return new ProblemException(400, 'BadInput', 'The request is not valid', detail, named);
};

export const notFound = (detail: string): ProblemException =>
  new ProblemException(404, 'NotFound', 'Not found', detail);

export const notAllowed = (detail: string): ProblemException =>
  new ProblemException(403, 'NotAllowed', 'Not allowed', detail);
