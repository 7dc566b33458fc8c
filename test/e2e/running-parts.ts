import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Redis } from 'ioredis';
import { MongoClient } from 'mongodb';
import { expect } from 'vitest';
import { EventStoreDbDouble } from '#test/eventstoredb-double/eventstoredb-double.js';
import { MAIN, stopped, TOKEN } from '#test/running-server.js';

const { MONGODB_URI, REDIS_URL } = process.env;

export const areServersThere = MONGODB_URI !== undefined && REDIS_URL !== undefined;

/** API, projectors and worker as processes of their own, on a double of EventStoreDB, and a database of MongoDB and of Redis. */
export class RunningParts {
  private readonly double = new EventStoreDbDouble();
  private readonly dataDir = mkdtempSync(join(tmpdir(), 'annals-parts-'));
  private readonly database = `annals_${randomUUID().replaceAll('-', '')}`;
  private readonly running: ChildProcess[] = [];
  private api = '';

  /** `redisDatabase`: one that no other spec uses. `variables`: more settings. */
  constructor(
    private readonly redisDatabase: number,
    private readonly variables: Readonly<Record<string, string>> = {},
  ) {}

  /** Starts the stores and the parts, all at once. */
  async start(...parts: readonly string[]): Promise<readonly ChildProcess[]> {
    await this.double.start();
    // Jobs of an earlier run have the same ids: they would pass for done.
    const redis = new Redis(this.redisUrl);
    await redis.flushdb();
    redis.disconnect();
    return Promise.all(parts.map((part) => this.startPart(part)));
  }

  async startPart(part: string): Promise<ChildProcess> {
    const child = spawn(process.execPath, [fileURLToPath(MAIN), 'start', '--only', part], {
      env: this.environment,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.running.push(child);
    const ready = await new Promise<string>((resolve, reject) => {
      child.once('exit', (code) => reject(new Error(`${part} ended with ${code}`)));
      createInterface({ input: child.stdout }).on('line', (line) => {
        const said = /^annals ready (.+)$/.exec(line)?.[1];
        if (said !== undefined) resolve(said);
      });
    });
    if (part === 'api') this.api = ready;
    return child;
  }

  async call(method: string, path: string, body?: object) {
    const headers = { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' };
    const response = await fetch(`${this.api}/api/${path}`, {
      method,
      headers,
      ...(body && { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as Record<string, never> };
  }

  /** Gives the position of what is written. */
  async write(path: string, body: object): Promise<string> {
    const answer = await this.call('POST', path, body);
    expect(answer).toMatchObject({ status: expect.toBeOneOf([200, 201]) });
    return answer.body.position ?? '';
  }

  /** What a command of the program says, with the same settings. */
  async said(...args: readonly string[]): Promise<string> {
    const options = { env: this.environment };
    return (await promisify(execFile)(process.execPath, [fileURLToPath(MAIN), ...args], options)).stdout;
  }

  async stop(): Promise<void> {
    await Promise.all(this.running.map((child) => stopped(child, 'SIGTERM')));
    this.double.stop();
    rmSync(this.dataDir, { recursive: true, force: true });
    const client = await MongoClient.connect(MONGODB_URI ?? '');
    await client.db(this.database).dropDatabase();
    await client.close();
  }

  private get environment(): NodeJS.ProcessEnv {
    return {
      ...process.env,
      ...this.variables,
      ANNALS_EVENT_STORE: this.double.connectionString,
      MONGODB_URI: this.mongodbUri,
      REDIS_URL: this.redisUrl,
      ANNALS_DATA_DIR: this.dataDir,
      ANNALS_ADMIN_TOKEN: TOKEN,
      ANNALS_PORT: '0',
    };
  }

  private get redisUrl(): string {
    return `${REDIS_URL}/${this.redisDatabase}`;
  }

  private get mongodbUri(): string {
    const uri = new URL(MONGODB_URI ?? '');
    uri.pathname = `/${this.database}`;
    return uri.href;
  }
}
