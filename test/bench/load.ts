import { connect, type Socket } from 'node:net';

/** A request to send, and what to do with its status. */
export type Request = Readonly<{ bytes: string; onDone: (status: number) => void }>;

export type Answer = Readonly<{ status: number; body: string }>;

export type Load = Readonly<{ perSecond: number; p99: number; failed: number }>;

export const requestText = (method: string, path: string, body: unknown, token: string | null): string => {
  const text = body === undefined ? '' : JSON.stringify(body);
  const lines = [
    `${method} ${path} HTTP/1.1`,
    'host: bench',
    ...(token === null ? [] : [`authorization: Bearer ${token}`]),
    ...(body === undefined ? [] : ['content-type: application/json', `content-length: ${Buffer.byteLength(text)}`]),
  ];
  return `${lines.join('\r\n')}\r\n\r\n${text}`;
};

/**
 * Keeps so many requests in flight, one on each connection, for so many seconds. It speaks just enough HTTP/1.1 to be
 * cheap beside the server that it measures: answers have a content-length or no body.
 */
export const load = async (port: number, inFlight: number, seconds: number, next: () => Request): Promise<Load> => {
  const sockets = await Promise.all(Array.from({ length: inFlight }, () => opened(port)));
  const latencies: number[] = [];
  let failed = 0;
  const began = performance.now();
  const until = began + seconds * 1000;
  await Promise.all(
    sockets.map(async (socket) => {
      const answers = reader(socket);
      while (performance.now() < until) {
        const { bytes, onDone } = next();
        const sent = performance.now();
        socket.write(bytes);
        const { status } = await answers();
        latencies.push(performance.now() - sent);
        if (status < 200 || status > 299) failed += 1;
        onDone(status);
      }
      socket.destroy();
    }),
  );
  const took = performance.now() - began;
  latencies.sort((a, b) => a - b);
  return {
    perSecond: (latencies.length * 1000) / took,
    p99: latencies[Math.floor(latencies.length * 0.99)] ?? 0,
    failed,
  };
};

/**
 * Sends requests over so many connections that are kept, as those of a proxy: one waits until a connection is free. The
 * answer to a status of 400 or above is an error.
 */
export class Connections {
  private readonly waiting: ((socket: Kept) => void)[] = [];

  private constructor(private readonly idle: Kept[]) {}

  static async open(port: number, count: number): Promise<Connections> {
    const sockets = await Promise.all(Array.from({ length: count }, () => opened(port)));
    return new Connections(sockets.map((socket) => ({ socket, answers: reader(socket) })));
  }

  async ask(bytes: string): Promise<string> {
    const kept = this.idle.pop() ?? (await new Promise<Kept>((resolve) => this.waiting.push(resolve)));
    kept.socket.write(bytes);
    const { status, body } = await kept.answers();
    const next = this.waiting.shift();
    if (next === undefined) this.idle.push(kept);
    else next(kept);
    if (status >= 400) throw new Error(`${status} to ${bytes}: ${body}`);
    return body;
  }

  close(): void {
    for (const { socket } of this.idle) socket.destroy();
  }
}

type Kept = Readonly<{ socket: Socket; answers: () => Promise<Answer> }>;

const opened = (port: number): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket));
    socket.setNoDelay(true);
    socket.on('error', reject);
  });

/** Waits for the next answer on the socket. */
const reader = (socket: Socket): (() => Promise<Answer>) => {
  let text = '';
  let wake: (answer: Answer) => void = () => {};
  let fail: (error: Error) => void = () => {};
  socket.setEncoding('latin1');
  socket.on('close', () => fail(new Error('The server closed the connection')));
  socket.on('data', (chunk) => {
    text += chunk;
    const end = text.indexOf('\r\n\r\n');
    if (end < 0) return;
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(text.slice(0, end))?.[1] ?? 0);
    if (text.length < end + 4 + length) return;
    const answer = { status: Number(text.slice(9, 12)), body: text.slice(end + 4) };
    text = '';
    wake(answer);
  });
  return () =>
    new Promise((resolve, reject) => {
      wake = resolve;
      fail = reject;
    });
};
