import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { Option } from 'commander';
import { readSettings } from '#config/settings.js';

/** Options of the commands that can go through a running server. */
export type ServerOptions = Readonly<{ url?: string; token?: string }>;

export const URL_OPTION = new Option(
  '--url <url>',
  'go through the server that runs there, instead of opening the stores',
);
export const TOKEN_OPTION = new Option('--token <token>', 'bearer token for that server (default: ANNALS_ADMIN_TOKEN)');

/** The server to go through; null when the command is to open the stores itself. @throws NoSuchServer */
export const serverOf = ({ url, token }: ServerOptions): Server | null => {
  if (url === undefined) {
    if (token !== undefined) throw new NoSuchServer('--token goes with --url: which server is it for?');
    return null;
  }
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw new NoSuchServer(`--url ${url} is no http:// or https:// address`);
  }
  const bearer = token ?? readSettings().adminToken;
  if (bearer === null) throw new NoSuchServer('A server takes a bearer token: give --token, or set ANNALS_ADMIN_TOKEN');
  return new Server(url, bearer);
};

/** It is not said, or not rightly, which server to go through. */
export class NoSuchServer extends Error {
  override readonly name = 'NoSuchServer';
}

/** The server does not answer. */
export class ServerUnreachable extends Error {
  override readonly name = 'ServerUnreachable';
}

/** The server answered that it will not. */
export class ServerRefused extends Error {
  override readonly name = 'ServerRefused';
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** A server that restarts, or is too busy, is waited for so long by those who follow a job. */
const PATIENCE_MS = 60_000;
const FOLLOW_EVERY_MS = 250;

/** The HTTP API of a running Annals. Every call throws ServerUnreachable or ServerRefused when it does not go well. */
export class Server {
  readonly #api: string;

  constructor(
    url: string,
    private readonly token: string,
  ) {
    this.#api = `${url.replace(/\/+$/, '')}/api`;
  }

  address(path: string): string {
    return `${this.#api}/${path}`;
  }

  async get<T>(path: string): Promise<T> {
    return (await (await this.#call('GET', path)).json()) as T;
  }

  async post<T>(path: string, body: FormData | object): Promise<T> {
    const sent =
      body instanceof FormData
        ? { body }
        : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
    return (await (await this.#call('POST', path, sent)).json()) as T;
  }

  async delete(path: string): Promise<void> {
    await this.#call('DELETE', path);
  }

  async download(path: string, file: string): Promise<void> {
    const { body } = await this.#call('GET', path);
    try {
      await pipeline(body ? Readable.fromWeb(body) : Readable.from([]), createWriteStream(file));
    } catch (error) {
      if (FILE_CALLS.has((error as NodeJS.ErrnoException).syscall)) throw error;
      throw this.#unreachable(error);
    }
  }

  /** Looks at what goes on at the server until `isOver`, and waits for the server while it restarts. */
  async follow<T>(path: string, isOver: (status: T) => boolean): Promise<T> {
    let answeredAt = Date.now();
    for (;;) {
      try {
        const status = await this.get<T>(path);
        if (isOver(status)) return status;
        answeredAt = Date.now();
      } catch (error) {
        const mayPass =
          error instanceof ServerUnreachable || (error instanceof ServerRefused && BUSY.has(error.status));
        if (!mayPass || Date.now() - answeredAt > PATIENCE_MS) throw error;
      }
      await sleep(FOLLOW_EVERY_MS);
    }
  }

  async #call(
    method: string,
    path: string,
    sent: Readonly<{ body?: FormData | string; headers?: Readonly<Record<string, string>> }> = {},
  ): Promise<Response> {
    const headers = { ...sent.headers, authorization: `Bearer ${this.token}`, 'user-agent': 'annals-cli' };
    let answer: Response;
    try {
      answer = await fetch(this.address(path), { ...sent, method, headers });
    } catch (error) {
      throw this.#unreachable(error);
    }
    if (answer.ok) return answer;
    throw new ServerRefused(answer.status, `The server refused: ${detailOf(answer.status, await answer.text())}`);
  }

  #unreachable(error: unknown): ServerUnreachable {
    const { cause } = error as { cause?: unknown };
    const why = [error, cause].map((each) => (each instanceof Error ? each.message : '')).filter((text) => text !== '');
    return new ServerUnreachable(`No answer from ${this.#api}: ${why.join(': ')}`, { cause: error });
  }
}

/** What fails in them is our disk, and not the connection. */
const FILE_CALLS: ReadonlySet<string | undefined> = new Set(['open', 'write', 'close']);

/** Too many requests, or not there at the moment. */
const BUSY: ReadonlySet<number> = new Set([429, 502, 503, 504]);

const detailOf = (status: number, text: string): string => {
  try {
    const { title, detail } = JSON.parse(text) as { title?: unknown; detail?: unknown };
    if (typeof title === 'string') return `${status} ${title}: ${detail}`;
  } catch {
    // Not our answer: something between us and the server gave it.
  }
  return `${status}; is it Annals?`;
};
