import type { Changes } from '../owned-corpus.ts';
import type { Bodies, RevisionRow } from './bodies.ts';
import type { Query } from './database.ts';
import { readText } from './kept-text.ts';

/** What has been added, amended and removed since a mark; undefined where that is too long ago to be known. */
export async function changesAfter(
  tx: Query,
  bodies: Bodies,
  mark: number,
): Promise<Changes | undefined> {
  const [oldest] = await tx<{ change: number | null; changes: number }[]>`
    SELECT (SELECT min(change) FROM changes) AS change, changes FROM corpus`;
  if (oldest === undefined) return undefined;
  const { changes } = oldest;
  if (changes === mark) return { changed: [], removed: [], mark };
  if (oldest.change === null || oldest.change > mark + 1) return undefined;
  const rows = await tx<(RevisionRow | { id: string; arrival: null })[]>`
    SELECT c.id, r.arrival, r.story, r.copies
    FROM (SELECT DISTINCT id FROM changes WHERE change > ${mark} AND change <= ${changes}) AS c
      LEFT JOIN articles a USING (id) LEFT JOIN revisions r USING (id, revision)
    ORDER BY r.arrival`;
  const isThere = (row: (typeof rows)[number]): row is RevisionRow => row.arrival !== null;
  return {
    changed: await bodies.articles(tx, rows.filter(isThere)),
    removed: rows.filter((row) => !isThere(row)).map(({ id }) => readText(id)),
    mark: changes,
  };
}
