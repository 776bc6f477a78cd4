import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { type PostgresServer, startPostgres } from './server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Answers with the address of this run's Postgres, which it starts for the first who asks. */
    readonly postgres: string;
  }
}

/** One Postgres for the whole run, and none where no test asks for it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let starting: Promise<PostgresServer> | undefined;
  const door = createServer((_, answer) => {
    starting ??= begin();
    starting.then(
      ({ url }) => answer.end(url),
      (error: unknown) => answer.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
  const { port } = door.address() as AddressInfo;
  project.provide('postgres', `http://127.0.0.1:${port}/`);

  async function begin(): Promise<PostgresServer> {
    const folder = await mkdtemp(join(tmpdir(), 'briefing-postgres-'));
    // Where tests run as root the server is another user's, who has to get to it.
    await chmod(folder, 0o755);
    const server = await startPostgres(folder);
    return {
      ...server,
      async stop() {
        await server.stop();
        await rm(folder, { recursive: true, force: true });
      },
    };
  }

  return async () => {
    door.close();
    door.closeAllConnections();
    await (await starting?.catch(() => undefined))?.stop();
  };
}
