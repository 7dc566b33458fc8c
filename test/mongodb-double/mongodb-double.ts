import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { BSON, type Document } from 'mongodb';

const HEADER_BYTES = 16;
const REPLY = 1;
const QUERY = 2004;
const MESSAGE = 2013;

/** A command as the driver sent it, its document sequences put in. */
export type Command = Document;

/**
 * Stands in for the primary of a MongoDB replica set in tests: the driver's own protocol over a real socket, and as its
 * answers whatever the test says. It keeps nothing.
 */
export class MongoDbDouble {
  /** The commands other than those of the driver itself, in the order in which they came. */
  readonly commands: Command[] = [];
  private readonly sockets = new Set<Socket>();
  private readonly server: Server = createServer((socket) => this.serve(socket));

  /** `answer` gives the reply to a command, without `ok`. */
  private constructor(private readonly answer: (command: Command) => Document) {}

  static async start(answer: (command: Command) => Document): Promise<MongoDbDouble> {
    const double = new MongoDbDouble(answer);
    await new Promise<void>((resolve) => double.server.listen(0, '127.0.0.1', resolve));
    return double;
  }

  get uri(): string {
    return `mongodb://${this.address}/`;
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private get address(): string {
    return `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  private serve(socket: Socket): void {
    this.sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => this.sockets.delete(socket));
    let received = Buffer.alloc(0);
    socket.on('data', (chunk) => {
      received = Buffer.concat([received, chunk]);
      while (received.length >= HEADER_BYTES && received.length >= received.readInt32LE(0)) {
        const length = received.readInt32LE(0);
        socket.write(this.replyTo(received.subarray(0, length)));
        received = received.subarray(length);
      }
    });
  }

  private replyTo(message: Buffer): Buffer {
    const isQuery = message.readInt32LE(12) === QUERY;
    const command = isQuery ? queryIn(message) : commandIn(message);
    const reply = BSON.serialize({ ok: 1, ...this.reply(command) });
    // Of a reply: flags, cursor (8), where it starts, how many; of a message: flags and the kind of its section.
    const before = isQuery ? Buffer.alloc(20) : Buffer.alloc(5);
    if (isQuery) before.writeInt32LE(1, 16);
    const header = Buffer.alloc(HEADER_BYTES);
    header.writeInt32LE(HEADER_BYTES + before.length + reply.length, 0);
    header.writeInt32LE(message.readInt32LE(4), 8);
    header.writeInt32LE(isQuery ? REPLY : MESSAGE, 12);
    return Buffer.concat([header, before, reply]);
  }

  private reply(command: Command): Document {
    const name = Object.keys(command)[0] ?? '';
    if (/^(hello|ismaster)$/i.test(name)) return this.hello();
    if (name === 'ping' || name === 'endSessions') return {};
    this.commands.push(command);
    return this.answer(command);
  }

  private hello(): Document {
    const { address } = this;
    return {
      ...{ helloOk: true, isWritablePrimary: true, ismaster: true },
      ...{ setName: 'double', setVersion: 1, hosts: [address], me: address, primary: address },
      ...{ minWireVersion: 0, maxWireVersion: 21, logicalSessionTimeoutMinutes: 30 },
      ...{ maxBsonObjectSize: 16_777_216, maxMessageSizeBytes: 48_000_000, maxWriteBatchSize: 100_000 },
    };
  }
}

/** Behind the flags comes the name of a collection, then two numbers, then the command. */
const queryIn = (message: Buffer): Command =>
  BSON.deserialize(message.subarray(message.indexOf(0, HEADER_BYTES + 4) + 9));

const commandIn = (message: Buffer): Command => {
  let command: Command = {};
  const sequences: Record<string, Document[]> = {};
  for (let at = HEADER_BYTES + 4; at < message.length; ) {
    const isBody = message[at] === 0;
    const size = message.readInt32LE(at + 1);
    const section = message.subarray(at + 1, at + 1 + size);
    if (isBody) command = BSON.deserialize(section);
    else sequences[section.toString('utf8', 4, section.indexOf(0, 4))] = documentsIn(section);
    at += 1 + size;
  }
  return { ...command, ...sequences };
};

const documentsIn = (section: Buffer): Document[] => {
  const documents: Document[] = [];
  for (let at = section.indexOf(0, 4) + 1; at < section.length; at += section.readInt32LE(at)) {
    documents.push(BSON.deserialize(section.subarray(at, at + section.readInt32LE(at))));
  }
  return documents;
};

/** The reply to a `find` or `aggregate` that finds these. */
export const found = (...documents: readonly Document[]): Document => ({
  cursor: { id: BSON.Long.ZERO, ns: 'any.collection', firstBatch: documents },
});

/** Options of a URI that would give up what the stores rely on. */
export const CARELESS = '?readPreference=secondaryPreferred&readConcernLevel=local&w=1';
