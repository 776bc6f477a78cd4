import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Refusal, refuse } from '../../news/refusal.ts';
import { type Database, lock, type Query } from './database.ts';

const FOLDER = join(import.meta.dirname, 'migrations');

/**
 * Brings a database to the layout that this version knows: each numbered file of `migrations/` once, in its order, in
 * one step. Others that start meanwhile wait. Refuses a database that a newer version wrote.
 */
export async function migrateDatabase(sql: Database, place: string): Promise<Refusal | undefined> {
  const files = (await readdir(FOLDER)).filter((name) => name.endsWith('.sql')).sort();
  const known = files.length;
  const layout = await layoutOf(sql);
  if (layout === known) return undefined;
  if (layout > known) return tooNew(place, layout, known);
  return sql.begin(async (tx): Promise<Refusal | undefined> => {
    await lock(tx, 'layout', '');
    await tx`CREATE TABLE IF NOT EXISTS layout (
      migration integer PRIMARY KEY,
      name text NOT NULL,
      at timestamptz NOT NULL DEFAULT now()
    )`;
    const reached = await layoutOf(tx);
    if (reached > known) return tooNew(place, reached, known);
    for (const [at, name] of [...files.entries()].slice(reached)) {
      await tx.text(await readFile(join(FOLDER, name), 'utf8'));
      await tx`INSERT INTO layout (migration, name) VALUES (${at + 1}, ${name})`;
    }
    return undefined;
  });
}

/** The number of the last migration that was done; 0 in a new database. */
async function layoutOf(sql: Query): Promise<number> {
  const [there] = await sql<{ is: boolean }[]>`SELECT to_regclass('layout') IS NOT NULL AS is`;
  if (!there?.is) return 0;
  const [last] = await sql<{ layout: number }[]>`
    SELECT coalesce(max(migration), 0) AS layout FROM layout`;
  return last?.layout ?? 0;
}

function tooNew(place: string, layout: number, known: number): Refusal {
  return refuse(
    `Data in ${place} was written by a newer version (layout ${layout}; this version knows ${known}).`,
    'Run that newer version, or set DATABASE_URL to another database.',
  );
}
