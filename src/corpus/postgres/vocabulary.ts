import { slipsForgiven } from '../spelling.ts';
import type { Query } from './database.ts';

/** Counts the words of articles that have come and of those that have gone; each article's words once. */
export async function countWords(
  tx: Query,
  come: readonly (readonly string[])[],
  gone: readonly (readonly string[])[],
): Promise<void> {
  const counts = new Map<string, number>();
  for (const words of come) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  for (const words of gone) for (const word of words) counts.set(word, (counts.get(word) ?? 0) - 1);
  const changed = [...counts].filter(([, count]) => count !== 0);
  if (changed.length === 0) return;
  await tx`
    INSERT INTO vocabulary (word, articles)
    SELECT * FROM unnest(
      ${changed.map(([word]) => word)}::text[], ${changed.map(([, count]) => count)}::integer[]
    )
    ON CONFLICT (word) DO UPDATE SET articles = vocabulary.articles + excluded.articles`;
  const fewer = changed.filter(([, count]) => count < 0).map(([word]) => word);
  if (fewer.length === 0) return;
  await tx`DELETE FROM vocabulary WHERE articles <= 0 AND word = ANY(${fewer}::text[])`;
}

/** In how many articles each of these words stands; one that stands in none is not among them. */
export async function countsOf(
  sql: Query,
  words: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await sql<{ word: string; articles: number }[]>`
    SELECT word, articles FROM vocabulary WHERE word = ANY(${[...new Set(words)]}::text[])`;
  return new Map(rows.map(({ word, articles }) => [word, articles]));
}

/** Words of the vocabulary that may be meant by one that is misspelt, among others. */
export async function wordsLike(sql: Query, word: string): Promise<readonly string[]> {
  const most = slipsForgiven(word);
  if (most === 0) return [];
  const rows = await sql<{ word: string }[]>`
    SELECT word FROM vocabulary
    WHERE length(word) BETWEEN ${word.length - most} AND ${word.length + most}
      AND word LIKE ANY(${patternsOf(word, most)}::text[])
    ORDER BY word`;
  return rows.map((row) => row.word);
}

/**
 * One piece more than there are slips, so that one is whole. Each but the last leaves out its last letter, so that two
 * letters that were swapped spoil one piece and not two.
 */
function patternsOf(word: string, slips: number): readonly string[] {
  const size = word.length / (slips + 1);
  const edge = (piece: number) => Math.round(piece * size);
  return Array.from({ length: slips + 1 }, (_, piece) => {
    const isLast = piece === slips;
    const part = word.slice(edge(piece), isLast ? word.length : edge(piece + 1) - 1);
    return `${piece === 0 ? '' : '%'}${part}${isLast ? '' : '%'}`;
  });
}
