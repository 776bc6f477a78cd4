import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Gives requests to the ports behind it, to each in turn. */
export interface Balancer {
  readonly port: number;
  /** The ports that take requests from now on. */
  use(ports: readonly number[]): void;
  close(): void;
}

/** Starts a balancer with nobody behind it, who is answered 503. */
export async function startBalancer(): Promise<Balancer> {
  let behind: readonly number[] = [];
  let next = 0;
  const server = createServer((asked, answer) => {
    const port = behind[next++ % Math.max(1, behind.length)];
    if (port === undefined) {
      answer.writeHead(503).end();
      return;
    }
    const { method, url, headers } = asked;
    const options = { host: '127.0.0.1', port, method, path: url, headers, agent: false };
    const onward = request(options, (from) => {
      answer.writeHead(from.statusCode ?? 502, from.headers);
      from.pipe(answer);
    });
    onward.on('error', () => answer.destroy());
    asked.pipe(onward);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    port,
    use(ports) {
      behind = ports;
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
