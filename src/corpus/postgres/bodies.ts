import type { Article, Copy } from '../../news/article.ts';
import { keepLatest } from '../latest.ts';
import { plainText } from '../words.ts';
import type { Query } from './database.ts';
import { readText } from './kept-text.ts';

/** So many articles are kept in memory: what is asked about again and again is not fetched and read anew each time. */
const MOST_KEPT = 2_000;

/** A revision but for what is known of it beside its text, which may change. */
type Body = Omit<Article, 'story' | 'copies'>;

/** A row of `revisions`, without its body. */
export interface RevisionRow {
  readonly id: string;
  readonly arrival: number;
  readonly story: string | null;
  readonly copies: readonly Copy[] | null;
}

/** Texts of revisions, fetched when they are first needed. */
export interface Bodies {
  /**
   * The articles of these rows, in their order; of one that is gone by now there is none. One of which nothing has
   * changed is the very same as before, as long as it is kept.
   */
  articles(sql: Query, rows: readonly RevisionRow[]): Promise<readonly Article[]>;
  /** Title and text of an article as phrases are looked for in them. */
  plain(article: Article): readonly string[];
}

interface Kept {
  readonly body: Body;
  /** The article as it was last given, and what was known beside its text then. */
  given?: { readonly beside: string; readonly article: Article };
  plain?: readonly string[];
}

function articleOf(kept: Kept, { story, copies }: RevisionRow): Article {
  const beside = JSON.stringify([story, copies]);
  if (kept.given?.beside === beside) return kept.given.article;
  const article = {
    ...kept.body,
    ...(story !== null && { story: readText(story) }),
    ...(copies !== null && { copies }),
  };
  kept.given = { beside, article };
  return article;
}

/** Opens a memory of texts, which never goes stale: what an arrival brought is never changed, and no number is used twice. */
export function bodiesInMemory(): Bodies {
  const kept = keepLatest<number, Kept>(MOST_KEPT);

  return {
    async articles(sql, rows) {
      const found = new Map<number, Kept>();
      const missing: number[] = [];
      for (const { arrival } of rows) {
        const known = kept.get(arrival);
        if (known === undefined) missing.push(arrival);
        else found.set(arrival, known);
      }
      if (missing.length > 0) {
        const fetched = await sql<{ body: Body }[]>`
          SELECT body FROM revisions WHERE arrival = ANY(${missing}::bigint[])`;
        for (const { body } of fetched) found.set(body.arrival, kept.put(body.arrival, { body }));
      }
      return rows.flatMap((row) => {
        const known = found.get(row.arrival);
        return known === undefined ? [] : articleOf(known, row);
      });
    },
    plain({ arrival, title, text }) {
      const known = kept.get(arrival);
      if (known?.plain !== undefined) return known.plain;
      const plain = [title ?? '', text].map(plainText);
      if (known !== undefined) known.plain = plain;
      return plain;
    },
  };
}
