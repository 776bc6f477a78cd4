import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { openCorpus, readCorpus } from '../../src/corpus/open.ts';
import type { OwnedCorpus } from '../../src/corpus/owned-corpus.ts';
import { openDatabase } from '../../src/corpus/postgres/open.ts';
import type { SeenCorpus } from '../../src/corpus/reader.ts';
import { given } from './given.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** Where a corpus is kept: nothing at first, and nothing is left of it when the test ends. */
export interface Place {
  open(now?: () => Date): Promise<OwnedCorpus>;
  /** Opens it to look in, beside whoever has it open. */
  look(): Promise<SeenCorpus>;
}

/** The store of several processes. */
export const POSTGRES = {
  ...{ store: 'Postgres', runs: 0.1 },
  place: async () => inDatabase(await temporaryDatabase()),
};

/** The store of one process. */
export const LOWDB = {
  ...{ store: 'lowdb', runs: 1 },
  place: async () => inFolder(temporaryFolder()),
};

/** Every store that there is, with how often a property is tried on it beside the first. */
export const STORES = [LOWDB, POSTGRES] as const;

function inFolder(folder: string): Place {
  return {
    open: async (now) => given(await openCorpus(folder, now)),
    look: async () => given(await readCorpus(folder)),
  };
}

function inDatabase(url: string): Place {
  const open = async (now?: () => Date) => given(await openDatabase(url, now));
  return { open, look: open };
}

let admin: Promise<{ readonly url: string; readonly sql: pg.Pool }> | undefined;

async function connect() {
  const answer = await fetch(inject('postgres'));
  const url = await answer.text();
  if (!answer.ok) throw new Error(url);
  return { url, sql: new pg.Pool({ connectionString: url, max: 1, idleTimeoutMillis: 5_000 }) };
}

/** The address of an empty database, which goes with its server when the run ends. */
export async function temporaryDatabase(): Promise<string> {
  admin ??= connect();
  const { url, sql } = await admin;
  const schema = `test_${randomBytes(6).toString('hex')}`;
  await sql.query(`CREATE SCHEMA ${schema}`);
  return `${url}?options=${encodeURIComponent(`-c search_path=${schema}`)}`;
}
