import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { textAt } from './library.ts';
import { type Row, rowOfLeast } from './row.ts';
import { withPostgres } from './temporary-postgres.ts';

const FILES = 2_000;
/** Each process has taken in so many before: code that has not run for long is slow. */
const FIRST = 1_000;
const CHARACTERS = 4_000;
const PROCESSES = 2;
const ROUNDS = 2;

/** Puts files into folders of their own, as many in each. */
async function foldersOf(root: string, folders: number, files: number, from: number) {
  return Promise.all(
    Array.from({ length: folders }, async (_, at) => {
      const folder = join(root, `${from}-${at}`);
      await mkdir(folder);
      for (let file = at; file < files; file += folders) {
        const { title, text } = textAt(from + file, CHARACTERS);
        await writeFile(join(folder, `${file}.txt`), `${title}\n\n${text}\n`);
      }
      return folder;
    }),
  );
}

/** A process that has opened the database; `takeIn` has it take in its files. */
async function startProcess(database: string, first: string, measured: string) {
  const script = join(import.meta.dirname, 'ingest-files.ts');
  const args = ['--import', 'tsx', script, database, first, measured];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout });
  const ended = once(child, 'exit').then(([status]) => {
    if (status !== 0) throw new Error('A process that takes in files ended.');
  });
  const told = () => Promise.race([once(lines, 'line'), ended]);
  await told();
  return {
    async takeIn() {
      const done = told();
      child.stdin.write('go\n');
      await done;
    },
    ended,
  };
}

/** How long so many processes take to take in the same files, in milliseconds. */
async function timeOf(processes: number, url: string, root: string, round: number) {
  const schema = `bench_${processes}_${round}`;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`CREATE SCHEMA ${schema}`);
  const database = `${url}?options=${encodeURIComponent(`-c search_path=${schema}`)}`;
  const from = (round * (PROCESSES + 1) + processes) * 10 * FILES;
  const first = await foldersOf(root, processes, FIRST * processes, from + 5 * FILES);
  const measured = await foldersOf(root, processes, FILES, from);
  const started = [];
  for (const [at, folder] of measured.entries()) {
    started.push(await startProcess(database, first[at] ?? '', folder));
  }
  const begun = performance.now();
  await Promise.all(started.map(({ takeIn }) => takeIn()));
  const took = performance.now() - begun;
  await Promise.all(started.map(({ ended }) => ended));
  const { rows } = await client.query(
    `SELECT (SELECT count(*) FROM ${schema}.articles) + (SELECT count(*) FROM ${schema}.copies) AS articles`,
  );
  await client.end();
  if (Number(rows[0]?.articles) !== FILES + FIRST * processes)
    throw new Error('Some did not come in.');
  return took;
}

/** How much sooner two processes on one Postgres have read and shelved the same files than one. */
export function processes(): Promise<Row> {
  return withPostgres(async ({ url }) => {
    const root = await mkdtemp(join(tmpdir(), 'briefing-bench-'));
    try {
      let [alone, together] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
      for (let round = 0; round < ROUNDS; round += 1) {
        alone = Math.min(alone, await timeOf(1, url, root, round));
        together = Math.min(together, await timeOf(PROCESSES, url, root, round));
      }
      return rowOfLeast('processes', 'one process on one Postgres', alone / together, 1.7, 1.9);
    } finally {
      await rm(root, { recursive: true, force: true });
    }
  });
}
