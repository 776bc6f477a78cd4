import { isDeepStrictEqual } from 'node:util';
import type { Article } from '../../news/article.ts';
import { type Refusal, refuse } from '../../news/refusal.ts';
import type { Contents } from '../contents.ts';
import { nameOf } from './address.ts';
import { bodiesInMemory, type RevisionRow } from './bodies.ts';
import { connectTo, type Database, type Query } from './database.ts';
import { explainDatabase } from './database-error.ts';
import { keptText } from './kept-text.ts';
import { migrateDatabase } from './migrate.ts';
import { differsFrom, putLists } from './move-lists.ts';
import { putCopies, putRevisions, putWords } from './rows.ts';
import { vectorOf } from './vector.ts';
import { countWords } from './vocabulary.ts';

/** Articles written, or compared, in one step. */
const BATCH = 100;

/** How far a move is: articles written and then compared. */
export type TellMove = (progress: { readonly done: number; readonly of: number }) => void;

/**
 * Moves what a data folder holds into a database that holds nothing else, and compares all of it. Cut short it goes on
 * where it was when called again; until it is done nobody can work with the database. The folder stays as it is.
 */
export async function moveInto(
  address: string,
  folder: string,
  contents: Contents,
  tell: TellMove,
): Promise<Refusal | undefined> {
  const place = nameOf(address);
  const sql = connectTo(address);
  try {
    return (
      (await migrateDatabase(sql, place)) ??
      (await claim(sql, folder, place)) ??
      (await moveAll(sql, place, contents, tell))
    );
  } catch (error) {
    const { refused, next } = explainDatabase(place, 'move into', error);
    return refuse(refused, next);
  } finally {
    await sql.end().catch(() => {});
  }
}

/** Takes the database for this folder; refuses where there is anything in it that did not come from there. */
async function claim(sql: Database, folder: string, place: string): Promise<Refusal | undefined> {
  const [claimed] = await sql`
    UPDATE corpus SET moving = ${keptText(folder)}
    WHERE moving = ${keptText(folder)}
      OR moving IS NULL AND last_arrival = 0 AND NOT starter_loaded
        AND NOT EXISTS (SELECT FROM topics) AND NOT EXISTS (SELECT FROM subscriptions)
        AND NOT EXISTS (SELECT FROM feeds) AND NOT EXISTS (SELECT FROM deliveries)
    RETURNING moving`;
  if (claimed !== undefined) return undefined;
  return refuse(
    `There is something in ${place} already.`,
    'Name an empty database in DATABASE_URL. If the folder has been moved there before, it is all there.',
  );
}

async function moveAll(
  sql: Database,
  place: string,
  contents: Contents,
  tell: TellMove,
): Promise<Refusal | undefined> {
  const all = [...contents.articles.values()].sort(byArrival);
  const of = 2 * all.length;
  for (let at = 0; at < all.length; at += BATCH) {
    tell({ done: at, of });
    await sql.begin((tx) => moveArticles(tx, all.slice(at, at + BATCH)));
  }
  await sql.begin((tx) => putLists(tx, contents.files));
  for (let at = 0; at < all.length; at += BATCH) {
    tell({ done: all.length + at, of });
    const differing = await firstDiffering(sql, all.slice(at, at + BATCH));
    if (differing !== undefined) return notTheSame(place, `the article ${differing}`);
  }
  const differing = await differsFrom(sql, contents.files);
  if (differing !== undefined) return notTheSame(place, differing);
  const { lastArrival, files } = contents;
  const [moved] = await sql`
    UPDATE corpus SET last_arrival = ${lastArrival}, moving = NULL,
      starter_loaded = ${files.meta.value.starterLoaded},
      seeded = ${JSON.stringify(files.seeded.value)}::text::json
    WHERE articles = ${all.length}
    RETURNING articles`;
  tell({ done: of, of });
  return moved === undefined ? notTheSame(place, 'the number of articles') : undefined;
}

/** Writes articles, all revisions of each, but for those that are there. */
async function moveArticles(tx: Query, all: readonly (readonly Article[])[]): Promise<void> {
  const ids = all.flatMap(([first]) => (first === undefined ? [] : keptText(first.id)));
  const known = await tx<{ id: string }[]>`
    SELECT id FROM articles WHERE id = ANY(${ids}::text[])`;
  const there = new Set(known.map(({ id }) => id));
  const missing = all.filter(([first]) => first !== undefined && !there.has(keptText(first.id)));
  const newest = missing.flatMap((revisions) => revisions.at(-1) ?? []);
  if (newest.length === 0) return;
  const vectors = newest.map((article) => ({ article, vector: vectorOf(article) }));
  await putRevisions(tx, missing.flat());
  await putWords(tx, vectors);
  await putCopies(
    tx,
    newest.map(({ id, copies }) => ({ id: keptText(id), copies })),
  );
  await countWords(
    tx,
    vectors.map(({ vector }) => vector.words),
    [],
  );
  const words = vectors.reduce((sum, { vector }) => sum + vector.length, 0);
  await tx`UPDATE corpus SET articles = articles + ${newest.length}, words = words + ${words}`;
}

/** The id of the first of these articles of which a revision is not the same in the database. */
async function firstDiffering(
  sql: Query,
  all: readonly (readonly Article[])[],
): Promise<string | undefined> {
  const ids = all.flatMap(([first]) => (first === undefined ? [] : keptText(first.id)));
  const rows = await sql<RevisionRow[]>`
    SELECT id, arrival, story, copies FROM revisions WHERE id = ANY(${ids}::text[])`;
  const found = await bodiesInMemory().articles(sql, rows);
  const byArrival = new Map(found.map((article) => [article.arrival, article]));
  const wanted = all.flat();
  const differing = wanted.find(
    (article) => !isDeepStrictEqual(byArrival.get(article.arrival), article),
  );
  if (differing !== undefined) return differing.id;
  return rows.length === wanted.length ? undefined : wanted[0]?.id;
}

function byArrival([one]: readonly Article[], [other]: readonly Article[]): number {
  return (one?.arrival ?? 0) - (other?.arrival ?? 0);
}

function notTheSame(place: string, what: string): Refusal {
  return refuse(
    `In ${place} ${what} is not as in the data folder.`,
    'Empty that database and move again. If that goes on, go on with the folder, and report it.',
  );
}
