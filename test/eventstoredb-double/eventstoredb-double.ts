import gossip from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import persistent from '@eventstore/db-client/generated/persistent_grpc_pb.js';
import features from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import streams from '@eventstore/db-client/generated/streams_grpc_pb.js';
import { Server, ServerCredentials } from '@grpc/grpc-js';
import { appendHandler, batchAppendHandler } from './append.js';
import { gossipHandler, supportedMethodsHandler } from './discovery.js';
import { Faults } from './faults.js';
import { Log } from './log.js';
import { PersistentSubscriptions } from './persistent.js';
import { readHandler } from './read.js';

/**
 * Stands in for an EventStoreDB or KurrentDB server in tests: the client's own protocol over a real socket, the
 * documented behaviour, and faults on demand. Its log lives in memory and outlasts a restart, not the process.
 */
export class EventStoreDbDouble {
  readonly log = new Log();
  readonly faults = new Faults();
  private readonly persistentSubscriptions = new PersistentSubscriptions(this.log, this.faults);
  private server: Server | null = null;
  /** 0 until the first start; the same ever after. */
  port = 0;

  get connectionString(): string {
    return `esdb://127.0.0.1:${this.port}?tls=false`;
  }

  async start(): Promise<void> {
    const server = new Server({ 'grpc.max_receive_message_length': 17 * 1024 * 1024 });
    server.addService(streams.StreamsService, {
      read: readHandler(this.log, this.faults),
      append: appendHandler(this.log, this.faults),
      batchAppend: batchAppendHandler(this.log, this.faults),
    });
    server.addService(features.ServerFeaturesService, { getSupportedMethods: supportedMethodsHandler(this.faults) });
    server.addService(gossip.GossipService, { read: gossipHandler(this.faults, () => this.port) });
    server.addService(persistent.PersistentSubscriptionsService, {
      create: this.persistentSubscriptions.create,
      read: this.persistentSubscriptions.read,
    });
    this.port = await new Promise<number>((resolve, reject) => {
      server.bindAsync(`127.0.0.1:${this.port}`, ServerCredentials.createInsecure(), (error, port) =>
        error ? reject(error) : resolve(port),
      );
    });
    this.server = server;
  }

  /** Breaks every connection and refuses new ones, as a killed server does. */
  stop(): void {
    this.server?.forceShutdown();
    this.server = null;
  }

  async restart(): Promise<void> {
    this.stop();
    await this.start();
  }
}
