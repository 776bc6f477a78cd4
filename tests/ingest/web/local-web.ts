import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createRawServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import { openWeb, type WebOptions } from '../../../src/ingest/web/open-web.ts';
import type { Web } from '../../../src/ingest/web/web.ts';
import { jumpingClock } from './jumping-clock.ts';

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** A site on this machine: a handler for each path, or bytes on the wire. */
export interface Site {
  /** "127.0.0.1:40123". */
  readonly host: string;
  /** Without a slash at its end. */
  readonly url: string;
  /** The requests that came, as "GET /path". */
  readonly asked: string[];
  /** What answers at a path; replaces what did before. */
  at(path: string, handler: Handler): void;
}

function portOf(server: { address(): unknown }): number {
  const address = server.address();
  if (typeof address !== 'object' || address === null || !('port' in address)) throw new Error();
  return Number(address.port);
}

/** Starts a site that the test's end stops. */
export async function startSite(handlers: Readonly<Record<string, Handler>> = {}): Promise<Site> {
  const paths = new Map(Object.entries(handlers));
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    const handler = paths.get(request.url ?? '');
    if (handler === undefined) response.writeHead(404).end();
    else handler(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const host = `127.0.0.1:${portOf(server)}`;
  return {
    ...{ host, url: `http://${host}`, asked },
    at: (path, handler) => void paths.set(path, handler),
  };
}

/** Starts a server that speaks as `talk` says, HTTP or not. */
export async function startRaw(talk: (socket: Socket) => void): Promise<string> {
  const sockets = new Set<Socket>();
  const server = createRawServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {}).on('close', () => sockets.delete(socket));
    socket.once('data', () => talk(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return `127.0.0.1:${portOf(server)}`;
}

/** The real web, let in to the hosts of a test. */
export function webTo(hosts: readonly string[], options: WebOptions = {}): Web {
  const web = openWeb({ privateHosts: hosts, clock: jumpingClock(), ...options });
  onTestFinished(() => web.close());
  return web;
}
