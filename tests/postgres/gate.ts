import { connect, createServer, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { onTestFinished } from 'vitest';

/** A way to a Postgres that can be cut. */
export interface Gate {
  /** The address of the same database, by this way. */
  readonly url: string;
  /** Ends every connection; new ones are refused. */
  close(): Promise<void>;
  open(): Promise<void>;
  /** What is asked from now on takes so long to arrive, in milliseconds. */
  delay(milliseconds: number): void;
}

/** Opens a gate to a database; it goes when the test ends. */
export async function gateTo(url: string): Promise<Gate> {
  const { hostname, port } = new URL(url);
  const sockets = new Set<Socket>();
  let delay = 0;
  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => {}).on('close', () => sockets.delete(socket));
    return socket;
  };
  const server = createServer((near) => {
    const far = keep(connect(Number(port), hostname));
    let last: Promise<unknown> = Promise.resolve();
    keep(near).on('data', (bytes) => {
      last = last.then(() => (delay > 0 ? pause(delay) : undefined)).then(() => far.write(bytes));
    });
    far.on('data', (bytes) => near.write(bytes));
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
  });
  const listen = (at: number) =>
    new Promise<void>((resolve) => server.listen(at, '127.0.0.1', resolve));
  await listen(0);
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const close = async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  onTestFinished(async () => {
    if (server.listening) await close();
  });
  const through = new URL(url);
  through.port = String(address.port);
  return {
    url: through.href,
    close,
    open: () => listen(address.port),
    delay(milliseconds) {
      delay = milliseconds;
    },
  };
}
