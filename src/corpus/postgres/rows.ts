import type { Article, Copy } from '../../news/article.ts';
import { publishedDay } from '../published-day.ts';
import type { Query } from './database.ts';
import { keptText } from './kept-text.ts';
import type { Vector } from './vector.ts';

/** Writes revisions that are not there. */
export async function putRevisions(tx: Query, articles: readonly Article[]): Promise<void> {
  const rows = articles.map(rowOf);
  await tx`
    INSERT INTO revisions (id, revision, arrival, story, copies, body)
    SELECT id, revision, arrival, story, copies::json, body::json FROM unnest(
      ${rows.map(({ id }) => id)}::text[], ${rows.map(({ revision }) => revision)}::integer[],
      ${rows.map(({ arrival }) => arrival)}::bigint[], ${rows.map(({ story }) => story)}::text[],
      ${rows.map(({ copies }) => copies)}::text[], ${rows.map(({ body }) => body)}::text[]
    ) AS given (id, revision, arrival, story, copies, body)`;
}

/** Writes what search sees of articles, in place of what it saw before. */
export async function putWords(
  tx: Query,
  all: readonly { readonly article: Article; readonly vector: Vector }[],
): Promise<void> {
  await tx`
    INSERT INTO articles (id, revision, arrival, day, changed, length, is_whole, words)
    SELECT id, revision, arrival, day, changed, length, is_whole::boolean, words::tsvector
    FROM unnest(
      ${all.map(({ article }) => keptText(article.id))}::text[],
      ${all.map(({ article }) => article.revision)}::integer[],
      ${all.map(({ article }) => article.arrival)}::bigint[],
      ${all.map(({ article }) => publishedDay(article.publishedAt) ?? null)}::text[],
      ${all.map(({ article }) => changedDay(article))}::text[],
      ${all.map(({ vector }) => vector.length)}::integer[],
      ${all.map(({ vector }) => String(vector.isWhole))}::text[],
      ${all.map(({ vector }) => vector.text)}::text[]
    ) AS given (id, revision, arrival, day, changed, length, is_whole, words)
    ON CONFLICT (id) DO UPDATE SET revision = excluded.revision, arrival = excluded.arrival,
      day = excluded.day, changed = excluded.changed, length = excluded.length,
      is_whole = excluded.is_whole, words = excluded.words`;
}

/** The day on which an article was last published or changed, as far as is known. */
function changedDay({ publishedAt, updatedAt, revision, ingestedAt }: Article): string | null {
  const published = publishedDay(publishedAt);
  if (revision === 1 || published === undefined) return published ?? null;
  return (publishedDay(updatedAt ?? null) ?? ingestedAt).slice(0, 10);
}

/** Writes where articles stand elsewhere, in place of what was known of it; ids as they are kept. */
export async function putCopies(
  tx: Query,
  articles: readonly { readonly id: string; readonly copies?: readonly Copy[] | undefined }[],
): Promise<void> {
  await tx`DELETE FROM copies WHERE id = ANY(${articles.map(({ id }) => id)}::text[])`;
  const copies = articles.flatMap((one) =>
    (one.copies ?? []).map((copy) => ({ copy: keptText(copy.id), id: one.id })),
  );
  const last = new Map(copies.map((one) => [one.copy, one.id]));
  await tx`
    INSERT INTO copies (copy, id)
    SELECT * FROM unnest(${[...last.keys()]}::text[], ${[...last.values()]}::text[])
    ON CONFLICT (copy) DO UPDATE SET id = excluded.id`;
}

/** The columns of `revisions` for an article. */
function rowOf({ story, copies, ...body }: Article) {
  return {
    ...{ id: keptText(body.id), revision: body.revision, arrival: body.arrival },
    story: story === undefined ? null : keptText(story),
    copies: copies === undefined ? null : JSON.stringify(copies),
    body: JSON.stringify(body),
  };
}
