import type { Article, Copy } from '../../news/article.ts';
import { publishedDay } from '../published-day.ts';
import type { Query } from './database.ts';
import { keptText } from './kept-text.ts';
import { manyRows } from './many-rows.ts';
import type { Vector } from './vector.ts';

/** Writes revisions that are not there. */
export async function putRevisions(tx: Query, articles: readonly Article[]): Promise<void> {
  const types = ['text', 'integer', 'bigint', 'text', 'text', 'json', 'json'];
  for (const { text, values } of manyRows(types, articles.map(rowOf))) {
    await tx.text(
      `INSERT INTO revisions (id, revision, arrival, ingested_at, story, copies, body) ${text}`,
      values,
    );
  }
}

/** Writes what search sees of articles, in place of what it saw before. */
export async function putWords(
  tx: Query,
  all: readonly { readonly article: Article; readonly vector: Vector }[],
): Promise<void> {
  const types = ['text', 'integer', 'bigint', 'text', 'text', 'integer', 'boolean', 'tsvector'];
  const rows = all.map(({ article, vector }) => [
    ...[keptText(article.id), article.revision, article.arrival],
    ...[publishedDay(article.publishedAt) ?? null, changedDay(article)],
    ...[vector.length, vector.isWhole, vector.text],
  ]);
  for (const { text, values } of manyRows(types, rows)) {
    await tx.text(
      `INSERT INTO articles (id, revision, arrival, day, changed, length, is_whole, words) ${text}
      ON CONFLICT (id) DO UPDATE SET revision = excluded.revision, arrival = excluded.arrival,
        day = excluded.day, changed = excluded.changed, length = excluded.length,
        is_whole = excluded.is_whole, words = excluded.words`,
      values,
    );
  }
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
  return [
    ...[keptText(body.id), body.revision, body.arrival, body.ingestedAt],
    story === undefined ? null : keptText(story),
    copies === undefined ? null : JSON.stringify(copies),
    JSON.stringify(body),
  ];
}
