import type { Line } from '../news/brief.ts';
import type { Standing } from '../news/standing.ts';
import type { Candidate } from './candidate.ts';
import { standsInQuotes } from './in-quotes.ts';

/** A candidate as a line, its source not numbered yet. */
export function lineOf({ article, start, end, text, statement, isStatement }: Candidate): Line {
  return {
    text,
    articleId: article.id,
    revision: article.revision,
    start,
    end,
    source: 0,
    standing: statement?.standing ?? 'outlet',
    ...(statement?.speaker && { speaker: statement.speaker }),
    ...(statement?.speaker && statement.role && { role: statement.role }),
    ...(statement?.date && { date: statement.date }),
    ...(isStatement &&
      statement?.quoted &&
      standsInQuotes(article.text, { start, end }) && { quoted: true }),
  };
}

/** On what footing a candidate's words reach the reader. */
export function standingOf({ statement }: Candidate): Standing {
  return statement?.standing ?? 'outlet';
}
