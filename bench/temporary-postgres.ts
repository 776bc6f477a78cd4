import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type PostgresServer, startPostgres } from '../tests/postgres/server.ts';

/** Runs work with a Postgres that is gone afterwards. */
export async function withPostgres<T>(work: (server: PostgresServer) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'briefing-bench-'));
  // Where it runs as root the server is another user's, who has to get to it.
  await chmod(folder, 0o755);
  const server = await startPostgres(folder);
  try {
    return await work(server);
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
