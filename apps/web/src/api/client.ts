import createClient from 'openapi-fetch';
import type { components, paths } from '#api-client/schema.js';
import { setSessionEnded } from './session-end.js';

/** What the API takes and answers, by name. */
export type Schemas = components['schemas'];

/** The API. A browser writes with its session cookie only together with this header, which no other site can send. */
export const api = createClient<paths>({ baseUrl: '', headers: { 'x-annals-session': 'browser' } });

/** RFC 9457 problem details of an answer that is none of success; `offline` when there was no answer. */
export class ProblemError extends Error {
  constructor(
    readonly status: number | 'offline',
    readonly code: string,
    readonly detail: string,
    readonly errors: readonly Readonly<{ path: string; message: string }>[] = [],
  ) {
    super(detail);
  }
}

const NOT_SIGNED_IN = 401;

type Called<T> = Readonly<{ data?: T; error?: unknown; response: Response }>;

/** The body of a successful answer. @throws ProblemError */
export const answered = async <T>(call: Promise<Called<T>>): Promise<T> => {
  const { data, error, response } = await call.catch(() => {
    throw new ProblemError('offline', 'Offline', '');
  });
  if (response.ok) return data as T;
  if (response.status === NOT_SIGNED_IN) setSessionEnded(true);
  const problem = (typeof error === 'object' && error !== null ? error : {}) as Partial<ProblemError>;
  throw new ProblemError(
    response.status,
    problem.code ?? String(response.status),
    problem.detail ?? response.statusText,
    problem.errors,
  );
};

/** The same write again with the same key changes nothing: each press of a button has a key of its own. */
export const onceOnly = (): Readonly<{ 'Idempotency-Key': string }> => ({ 'Idempotency-Key': crypto.randomUUID() });

/** What a read answers, by its path. */
export type Answer<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': infer Body } } } };
}
  ? Body
  : never;
