import gossip, { type ClusterInfo } from '@eventstore/db-client/generated/gossip_pb.js';
import features, { type SupportedMethods } from '@eventstore/db-client/generated/serverfeatures_pb.js';
import type { Empty } from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_grpc_pb.js';
import type { handleUnaryCall } from '@grpc/grpc-js';
import type { Faults } from './faults.js';
import { uuid } from './messages.js';

/** What the client asks first: whether the server takes appends in batches. */
export const supportedMethodsHandler =
  (faults: Faults): handleUnaryCall<Empty, SupportedMethods> =>
  async (_, answer) => {
    await faults.thawed();
    const methods = Object.values(streams.StreamsService).map(({ path }) => {
      const [, service = '', method = ''] = path.split('/');
      return new features.SupportedMethod()
        .setServiceName(service)
        .setMethodName(method.toLowerCase())
        .setFeaturesList([]);
    });
    answer(null, new features.SupportedMethods().setEventStoreServerVersion('24.10.0').setMethodsList(methods));
  };

/** A cluster of one, for `esdb+discover://` and lists of hosts. */
export const gossipHandler =
  (faults: Faults, port: () => number): handleUnaryCall<Empty, ClusterInfo> =>
  async (_, answer) => {
    await faults.thawed();
    const member = new gossip.MemberInfo()
      .setInstanceId(uuid(crypto.randomUUID()))
      .setTimeStamp(String(Date.now()))
      .setState(gossip.MemberInfo.VNodeState.LEADER)
      .setIsAlive(true)
      .setHttpEndPoint(new gossip.EndPoint().setAddress('127.0.0.1').setPort(port()));
    answer(null, new gossip.ClusterInfo().setMembersList([member]));
  };
