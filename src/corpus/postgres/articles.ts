import type { Article } from '../../news/article.ts';
import type { Added, Beside, NewArticle } from '../corpus.ts';
import { takeIn } from '../take-in.ts';
import type { Bodies, RevisionRow } from './bodies.ts';
import type { Query } from './database.ts';
import { keptText, readText } from './kept-text.ts';
import { putCopies, putRevisions, putWords } from './rows.ts';
import { vectorOf } from './vector.ts';
import { countWords } from './vocabulary.ts';

/** What others may still have to learn: of older changes they are told that there were too many. */
const CHANGES_KEPT = 10_000;

interface State {
  readonly last_arrival: number;
  readonly changes: number;
}

/** Waits until nobody else changes articles; until the transaction ends nobody else will. */
export async function lockArticles(tx: Query): Promise<State> {
  const [state] = await tx<State[]>`SELECT last_arrival, changes FROM corpus FOR UPDATE`;
  if (state === undefined) throw new Error('The table corpus has no row.');
  return state;
}

/** The newest revision, or the one asked for, of an article or of the one that stands for a copy. */
export async function articleIn(
  sql: Query,
  bodies: Bodies,
  id: string,
  revision?: number,
): Promise<Article | undefined> {
  const key = keptText(id);
  const rows = await sql<RevisionRow[]>`
    SELECT r.id, r.arrival, r.story, r.copies
    FROM articles a JOIN revisions r ON r.id = a.id
      AND r.revision = coalesce(${revision ?? null}::integer, a.revision)
    WHERE a.id = coalesce(
      (SELECT id FROM articles WHERE id = ${key}),
      (SELECT id FROM copies WHERE copy = ${key})
    )`;
  return (await bodies.articles(sql, rows))[0];
}

/** The same for the newest revisions of several, by the ids that were asked for; what is not there is left out. */
export async function articlesIn(
  sql: Query,
  bodies: Bodies,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Article>> {
  const rows = await sql<(RevisionRow & { readonly place: number })[]>`
    SELECT asked.place::integer, r.id, r.arrival, r.story, r.copies
    FROM unnest(${ids.map(keptText)}::text[]) WITH ORDINALITY AS asked (id, place)
      LEFT JOIN articles own ON own.id = asked.id
      LEFT JOIN copies c ON c.copy = asked.id AND own.id IS NULL
      JOIN articles a ON a.id = coalesce(own.id, c.id)
      JOIN revisions r ON r.id = a.id AND r.revision = a.revision`;
  const found = await bodies.articles(sql, rows);
  const byArrival = new Map(found.map((article) => [article.arrival, article]));
  const named = rows.flatMap(({ place, arrival }) => {
    const [id, article] = [ids[place - 1], byArrival.get(arrival)];
    return id === undefined || article === undefined ? [] : ([[id, article]] as const);
  });
  return new Map(named);
}

/** Ids of articles of which nothing has come in since an instant, the oldest first. */
export async function idsBefore(
  sql: Query,
  instant: string,
  most: number,
): Promise<readonly string[]> {
  // Arrivals are in the order of time, so that few bodies are looked into.
  const rows = await sql<{ id: string; at: string | null; body: Article | null }[]>`
    SELECT r.id, r.ingested_at AS at, CASE WHEN r.ingested_at IS NULL THEN r.body END AS body
    FROM articles a JOIN revisions r ON r.id = a.id AND r.revision = a.revision
    ORDER BY a.arrival LIMIT ${most}`;
  return rows
    .filter(({ at, body }) => (at ?? body?.ingestedAt ?? instant) < instant)
    .map(({ id }) => readText(id));
}

/** Adds articles in a transaction that has locked them. */
export async function addArticles(
  tx: Query,
  bodies: Bodies,
  newcomers: readonly NewArticle[],
  ingestedAt: string,
): Promise<readonly Added[]> {
  const { last_arrival, changes } = await lockArticles(tx);
  const newest = await newestOf(tx, bodies, [...new Set(newcomers.map(({ id }) => id))]);
  const { added, arrived } = takeIn(newcomers, (id) => newest.get(id), last_arrival, ingestedAt);
  if (arrived.length === 0) return added;
  const last = new Map(arrived.map((article) => [article.id, article]));
  // Others wait meanwhile, so that words are laid out here while Postgres writes.
  const writing = putRevisions(tx, arrived);
  writing.catch(() => {});
  const vectors = [...last.values()].map((article) => ({ article, vector: vectorOf(article) }));
  await writing;
  const gone = await wordsUnder(
    tx,
    [...newest.keys()].filter((id) => last.has(id)),
  );
  await putWords(tx, vectors);
  await countWords(
    tx,
    vectors.map(({ vector }) => vector.words),
    gone.map(({ words }) => words),
  );
  const length =
    vectors.reduce((sum, { vector }) => sum + vector.length, 0) -
    gone.reduce((sum, { length }) => sum + length, 0);
  await tx`
    UPDATE corpus SET last_arrival = ${last_arrival + arrived.length},
      articles = articles + ${last.size - gone.length}, words = words + ${length}`;
  await noteChanges(tx, changes, [...last.keys()]);
  return added;
}

/** Removes an article, all its revisions, in a transaction. */
export async function removeArticle(tx: Query, id: string): Promise<boolean> {
  const { changes } = await lockArticles(tx);
  const [gone] = await wordsUnder(tx, [id]);
  if (gone === undefined) return false;
  const key = keptText(id);
  await tx`DELETE FROM copies WHERE id = ${key}`;
  await tx`DELETE FROM articles WHERE id = ${key}`;
  await tx`DELETE FROM revisions WHERE id = ${key}`;
  await countWords(tx, [], [gone.words]);
  await tx`UPDATE corpus SET articles = articles - 1, words = words - ${gone.length}`;
  await noteChanges(tx, changes, [id]);
  return true;
}

/** Changes what is known of articles beside their texts, in a transaction. */
export async function amendArticles(tx: Query, beside: ReadonlyMap<string, Beside>): Promise<void> {
  const { changes } = await lockArticles(tx);
  const given = [...beside].map(([id, { story, copies }]) => ({
    id: keptText(id),
    story: story === undefined ? null : keptText(story),
    copies,
  }));
  const amended = await tx<{ id: string }[]>`
    UPDATE revisions AS r SET story = coalesce(given.story, r.story),
      copies = coalesce(given.copies::json, r.copies)
    FROM unnest(
      ${given.map(({ id }) => id)}::text[], ${given.map(({ story }) => story)}::text[],
      ${given.map(({ copies }) => (copies === undefined ? null : JSON.stringify(copies)))}::text[]
    ) AS given (id, story, copies)
    WHERE r.id = given.id
    RETURNING r.id`;
  const there = new Set(amended.map(({ id }) => id));
  const repeated = given.filter(({ id, copies }) => copies !== undefined && there.has(id));
  if (repeated.length > 0) await putCopies(tx, repeated);
  await noteChanges(tx, changes, [...beside.keys()]);
}

async function newestOf(
  sql: Query,
  bodies: Bodies,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Article>> {
  const rows = await sql<RevisionRow[]>`
    SELECT r.id, r.arrival, r.story, r.copies FROM articles a JOIN revisions r USING (id, revision)
    WHERE a.id = ANY(${ids.map(keptText)}::text[])`;
  return new Map((await bodies.articles(sql, rows)).map((article) => [article.id, article]));
}

async function wordsUnder(tx: Query, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return tx<{ words: string[]; length: number }[]>`
    SELECT tsvector_to_array(words) AS words, length FROM articles
    WHERE id = ANY(${ids.map(keptText)}::text[])`;
}

async function noteChanges(tx: Query, changes: number, ids: readonly string[]): Promise<void> {
  const change = changes + 1;
  await tx`UPDATE corpus SET changes = ${change}`;
  await tx`
    INSERT INTO changes (change, id)
    SELECT ${change}, id FROM unnest(${[...new Set(ids)].map(keptText)}::text[]) AS given (id)`;
  await tx`DELETE FROM changes WHERE change <= ${change - CHANGES_KEPT}`;
}
