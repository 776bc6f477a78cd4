import type { CorpusReader } from '../corpus/corpus.ts';
import type { Article } from '../news/article.ts';
import type { Correction } from '../news/brief.ts';
import { considerFor } from './considering.ts';
import { changesIn, correctionsOf } from './corrections.ts';
import type { Findings } from './find.ts';
import { inquiryOf } from './inquiry.ts';

/** Most corrections in one brief; what is left over comes in the next. */
const MOST_CORRECTIONS = 3;
/** How near to the subject a statement must be for its change to be told. */
const NEAR = 0.6;

/** What a brief corrects, its sources not numbered yet, and the articles concerned. */
export interface Changes {
  readonly corrections: readonly Correction[];
  readonly corrected: readonly Article[];
}

export const NO_CHANGES: Changes = { corrections: [], corrected: [] };

/**
 * What an asker was shown and is gone from its article since, then what articles said of the subject before the time asked
 * for and no longer do. Nothing for a brief as of a day: what changed may have changed later.
 */
export async function changesFor(
  corpus: CorpusReader,
  found: Findings,
  asker: string | undefined,
): Promise<Changes> {
  if (found.asOf !== null) return NO_CHANGES;
  const shown = asker === undefined ? [] : await corpus.shown(asker);
  const gone = await correctionsOf(
    corpus,
    shown.flatMap(({ lines }) => lines),
  );
  const corrections = unique([...gone, ...withdrawn(found)]).slice(0, MOST_CORRECTIONS);
  const ids = new Set(corrections.map(({ was }) => was.articleId));
  const articles = await Promise.all([...ids].map((id) => corpus.article(id)));
  return { corrections, corrected: articles.filter((article) => article !== undefined) };
}

/** The statements on the subject that a later revision no longer holds. */
function withdrawn({ about, topics, articles, before }: Findings): Correction[] {
  if (before.size === 0) return [];
  const earlier = [...before.values()];
  return considerFor(inquiryOf(about, topics, earlier), earlier).flatMap(({ article, all }) => {
    const now = articles.find(({ id }) => id === article.id);
    if (now === undefined || now.revision === article.revision) return [];
    const said = all.filter(
      ({ candidate, nearness }) =>
        candidate.statement !== undefined && candidate.complete && nearness >= NEAR,
    );
    return changesIn(
      article,
      now,
      said.map(({ candidate }) => candidate),
    );
  });
}

/** Each text that is gone once: of a passage and the statement in it, whichever comes first. */
function unique(corrections: readonly Correction[]): Correction[] {
  const kept: Correction[] = [];
  for (const each of corrections) {
    const isTold = kept.some(
      ({ was }) =>
        was.articleId === each.was.articleId &&
        was.start < each.was.end &&
        each.was.start < was.end,
    );
    if (!isTold) kept.push(each);
  }
  return kept;
}
