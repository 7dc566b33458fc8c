import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MAIN, type Server, started, stopped, TOKEN } from '../running-server.js';
import { type Load, load, type Request, requestText } from './load.js';
import { type Effort, interleaved, type Measured, median } from './rounds.js';

export type HttpResults = Readonly<{ inFlight: number; measured: readonly (Measured & { p99: number })[] }>;

const STAGES = Array.from({ length: 12 }, (_, index) => `stage-${index + 1}`);
const DEALS = 2_048;
/** A deal that stays in its first stage. */
const STILL = 'still';

/** Advances of deals over HTTP, beside empty handlers and an authenticated request that does nothing. */
export const benchHttp = async ({ rounds, seconds }: Effort): Promise<readonly HttpResults[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'annals-bench-http-'));
  const servers: Server[] = [];
  const start = async (script: URL, args: readonly string[], dataDir = ''): Promise<Server> => {
    const server = await started(script, args, dataDir);
    servers.push(server);
    return server;
  };
  try {
    const bare = await start(new URL('./empty-server.js', import.meta.url), ['node']);
    const fastify = await start(new URL('./empty-server.js', import.meta.url), ['fastify']);
    const api = await start(MAIN, ['start', '--only', 'api'], join(folder, 'api'));
    const whole = await start(MAIN, ['start'], join(folder, 'whole'));
    const empty: Request = {
      bytes: requestText('POST', '/api/deals/deal-1/advance', { to: 'stage-2' }, TOKEN),
      onDone: () => {},
    };
    const whoAmI: Request = { bytes: requestText('GET', '/api/session', undefined, TOKEN), onDone: () => {} };
    // To the stage where it is already: all that an advance takes, but for the append.
    const nothingToDo: Request = {
      bytes: requestText('POST', `/api/deals/${STILL}/advance`, { to: STAGES[0] }, TOKEN),
      onDone: () => {},
    };
    const targets = [
      { name: 'node', port: bare.port, next: () => empty },
      { name: 'fastify', port: fastify.port, next: () => empty },
      { name: 'session', port: api.port, next: () => whoAmI },
      { name: 'api', port: api.port, next: await advances(api.port) },
      { name: 'decided', port: api.port, next: () => nothingToDo },
      { name: 'whole', port: whole.port, next: await advances(whole.port) },
    ];
    for (const { port, next } of targets) await load(port, 32, seconds, next);
    const results: HttpResults[] = [];
    for (const inFlight of [1, 32, 256]) {
      const loads = new Map<string, Load[]>();
      const contenders = targets.map(({ name, port, next }) => ({
        name,
        run: async (): Promise<number> => {
          const result = await load(port, inFlight, seconds, next);
          if (result.failed > 0) throw new Error(`${result.failed} requests to ${name} failed`);
          loads.set(name, [...(loads.get(name) ?? []), result]);
          return result.perSecond;
        },
      }));
      const measured = await interleaved(rounds, contenders);
      const p99 = (name: string): number => median((loads.get(name) ?? []).map((result) => result.p99));
      results.push({ inFlight, measured: measured.map((one) => ({ ...one, p99: p99(one.name) })) });
    }
    return results;
  } finally {
    for (const { child } of servers) await stopped(child);
    rmSync(folder, { recursive: true });
  }
};

/** Makes deals, and gives requests that advance them in turn, each through all stages and then back to the first. */
const advances = async (port: number): Promise<() => Request> => {
  const stages = STAGES.map((id) => ({ id, name: id, probability: 0.5, forecastCategory: 'pipeline' }));
  await posted(port, '/api/processes', { id: 'bench', name: 'Bench', stages, rules: { allowBack: true } });
  await posted(port, '/api/customers', { id: 'customer', name: 'Customer' });
  const amount = { amount: 100_000, currency: 'USD' };
  const ids = Array.from({ length: DEALS }, (_, index) => `deal-${index}`);
  const all = [...ids, STILL];
  for (let from = 0; from < all.length; from += 64) {
    const some = all.slice(from, from + 64);
    await Promise.all(
      some.map((id) =>
        posted(port, '/api/deals', { id, name: id, customerId: 'customer', processId: 'bench', amount }),
      ),
    );
  }
  const idle = ids.map((id) => ({ id, stage: 0 }));
  return () => {
    const deal = idle.shift();
    if (!deal) throw new Error('More requests than deals are in flight');
    const isLast = deal.stage === STAGES.length - 1;
    const to = isLast ? 0 : deal.stage + 1;
    const body = { to: STAGES[to], ...(isLast && { reason: 'once more' }) };
    return {
      bytes: requestText('POST', `/api/deals/${deal.id}/${isLast ? 'move-back' : 'advance'}`, body, TOKEN),
      onDone: () => idle.push({ id: deal.id, stage: to }),
    };
  };
};

const posted = async (port: number, path: string, body: unknown): Promise<void> => {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`POST ${path}: ${response.status} ${await response.text()}`);
  await response.arrayBuffer();
};
