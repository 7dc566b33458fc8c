import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { createInterface } from 'node:readline';

/** A mail server on loopback that accepts everything and keeps it: each mail as it was written. */
export type SmtpDouble = Readonly<{ url: string; mails: readonly string[]; close: () => Promise<void> }>;

export const startSmtpDouble = async (): Promise<SmtpDouble> => {
  const mails: string[] = [];
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    let data: string[] | null = null;
    socket.write('220 double\r\n');
    createInterface({ input: socket, crlfDelay: Number.POSITIVE_INFINITY }).on('line', (line) => {
      if (data !== null) {
        if (line !== '.') return data.push(line.replace(/^\.\./, '.'));
        mails.push(data.join('\n'));
        data = null;
        return socket.write('250 kept\r\n');
      }
      if (/^DATA/i.test(line)) {
        data = [];
        return socket.write('354 go on\r\n');
      }
      if (/^QUIT/i.test(line)) return socket.end('221 bye\r\n');
      return socket.write('250 ok\r\n');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    mails,
    close: async () => {
      server.close();
      await once(server, 'close');
    },
  };
};
