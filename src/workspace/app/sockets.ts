import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import { randomId } from '../random-id.ts';
import type { Schedule } from '../schedule.ts';
import { ACK_WITHIN, type Delivered, type Envelope } from '../world.ts';

/** The connections an app holds open in Socket Mode. */
export interface Sockets {
  /** A fresh address for one connection, or nothing where the app has all it may have. */
  open(): string | undefined;
  deliver(envelope: Envelope): Promise<Delivered>;
  /** Tells every connection to come again, as Slack does when it moves them. */
  disconnect(reason: 'warning' | 'refresh_requested' | 'link_disabled'): void;
  /** Cuts every connection without a word. */
  drop(): void;
  count(): number;
  close(): Promise<void>;
}

const MOST_CONNECTIONS = 10;
const PING_EVERY = 10_000;
const TICKET_LASTS = 30_000;

interface Where {
  readonly server: Server;
  readonly host: string;
  readonly appId: string;
  readonly schedule: Schedule;
  readonly now: () => number;
  readonly changed: () => void;
}

/** Takes Socket Mode connections on a server, each against a ticket that is good once. */
export function createSockets({ server, host, appId, schedule, now, changed }: Where): Sockets {
  const tickets = new Map<string, number>();
  const connections: WebSocket[] = [];
  const waiting = new Map<string, (delivered: Delivered) => void>();
  const wss = new WebSocketServer({ noServer: true, maxPayload: 1_000_000 });
  let turn = 0;

  server.on('upgrade', (request, socket, head) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const ticket = url.searchParams.get('ticket') ?? '';
    const issued = tickets.get(ticket);
    tickets.delete(ticket);
    if (url.pathname !== '/link/' || issued === undefined || now() - issued > TICKET_LASTS) {
      socket.end('HTTP/1.1 401 Unauthorized\r\nConnection: close\r\n\r\n');
      return;
    }
    wss.handleUpgrade(request, socket, head, greet);
  });

  function greet(connection: WebSocket) {
    connections.push(connection);
    const ping = setInterval(() => connection.ping('Ping from Slack'), PING_EVERY);
    ping.unref();
    connection.on('message', (data) => hear(String(data)));
    connection.on('error', () => connection.terminate());
    connection.on('close', () => {
      clearInterval(ping);
      connections.splice(connections.indexOf(connection), 1);
      changed();
    });
    connection.send(
      JSON.stringify({
        type: 'hello',
        num_connections: connections.length,
        debug_info: {
          host: 'local-workspace',
          build_number: 1,
          approximate_connection_time: 18_060,
        },
        connection_info: { app_id: appId },
      }),
    );
    changed();
  }

  function hear(data: string) {
    let said: unknown;
    try {
      said = JSON.parse(data);
    } catch {
      return;
    }
    const { envelope_id, payload } = (said ?? {}) as { envelope_id?: string; payload?: unknown };
    if (envelope_id) waiting.get(envelope_id)?.({ acked: true, answer: payload });
  }

  return {
    open() {
      if (connections.length >= MOST_CONNECTIONS) return undefined;
      const ticket = randomUUID();
      tickets.set(ticket, now());
      return `ws://${host}/link/?ticket=${ticket}&app_id=${randomId(8)}`;
    },
    deliver(envelope) {
      const open = connections.filter((one) => one.readyState === one.OPEN);
      const connection = open[turn++ % Math.max(1, open.length)];
      if (!connection) return Promise.resolve({ acked: false, error: 'dispatch_failed' });
      const envelope_id = randomUUID();
      return new Promise((resolve) => {
        const settle = (delivered: Delivered) => {
          waiting.delete(envelope_id);
          forgetLate();
          resolve(delivered);
        };
        const forgetLate = schedule.at(now() + ACK_WITHIN, () =>
          settle({ acked: false, error: 'operation_timeout' }),
        );
        waiting.set(envelope_id, settle);
        connection.send(
          JSON.stringify({
            envelope_id,
            type: envelope.type,
            payload: envelope.payload,
            accepts_response_payload: envelope.type !== 'events_api',
            ...(envelope.type === 'events_api'
              ? {
                  retry_attempt: envelope.retry?.attempt ?? 0,
                  retry_reason: envelope.retry?.reason ?? '',
                }
              : {}),
          }),
        );
      });
    },
    disconnect(reason) {
      const said = { type: 'disconnect', reason, debug_info: { host: 'local-workspace' } };
      for (const connection of connections) connection.send(JSON.stringify(said));
    },
    drop() {
      for (const connection of connections) connection.terminate();
    },
    count: () => connections.length,
    async close() {
      for (const settle of waiting.values()) settle({ acked: false, error: 'dispatch_failed' });
      await Promise.all(
        [...connections].map(async (connection) => {
          // A peer that does not answer the goodbye is cut off.
          const late = setTimeout(() => connection.terminate(), 200);
          connection.close(1001);
          await once(connection, 'close');
          clearTimeout(late);
        }),
      );
      wss.close();
    },
  };
}
