// What an empty handler takes: `node` answers with node:http alone, `fastify` with Fastify and the JSON body parsed.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fastify } from 'fastify';

const ANSWER = JSON.stringify({ id: 'deal-1', revision: 1, position: '1' });

const bare = (request: IncomingMessage, response: ServerResponse): void => {
  request.resume();
  request.on('end', () => {
    response.setHeader('content-type', 'application/json');
    response.setHeader('content-length', ANSWER.length);
    response.end(ANSWER);
  });
};

if (process.argv[2] === 'fastify') {
  const server = fastify();
  server.post('/*', () => ({ id: 'deal-1', revision: 1, position: '1' }));
  await server.listen({ port: 0, host: '127.0.0.1' });
  process.stdout.write(`ready http://127.0.0.1:${(server.server.address() as AddressInfo).port}\n`);
} else {
  const server = createServer(bare);
  server.listen(0, '127.0.0.1', () => {
    process.stdout.write(`ready http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
  });
}
