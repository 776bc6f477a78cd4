import type { Brief, Line } from '../news/brief.ts';
import type { Cited, Showing } from '../news/showing.ts';
import { linesShown } from './shown-lines.ts';

/** How many briefs are kept in mind of what a reader saw, the latest ones, and for how many days. */
const MOST_SHOWN = 50;
const DAYS_KEPT = 90;

/** Where the lines that a brief shows stand, but for those it corrects. */
function citedBy(brief: Brief): Cited[] {
  const gone = new Set(brief.corrections.map(({ was }) => was));
  return unique(
    linesShown(brief)
      .filter((line) => !gone.has(line))
      .map(placeOf),
  );
}

/** What is kept in mind of a reader once another brief was shown; what it corrected is done with. */
export function remembered(
  showings: readonly Showing[],
  showing: Omit<Showing, 'lines'>,
  brief: Brief,
): Showing[] {
  const shown: Showing = { ...showing, lines: citedBy(brief) };
  const corrected = brief.corrections.map(({ was }) => was);
  return [...withoutLines(withoutOld(showings, shown), corrected), shown].slice(-MOST_SHOWN);
}

/** What is kept in mind once some lines have been corrected. */
export function withoutLines(showings: readonly Showing[], corrected: readonly Cited[]): Showing[] {
  const done = new Set(corrected.map(keyOf));
  return showings
    .map((one) => ({ ...one, lines: one.lines.filter((line) => !done.has(keyOf(line))) }))
    .filter(({ lines }) => lines.length > 0);
}

function withoutOld(showings: readonly Showing[], shown: Showing): Showing[] {
  const since = new Date(Date.parse(shown.at) - DAYS_KEPT * 24 * 3_600_000).toISOString();
  return showings.filter(
    ({ at, about, ts }) => at >= since && (about !== shown.about || ts !== shown.ts),
  );
}

function placeOf({ articleId, revision, start, end }: Line): Cited {
  return { articleId, revision, start, end };
}

function unique(lines: readonly Cited[]): Cited[] {
  return [...new Map(lines.map((line) => [keyOf(line), line])).values()];
}

function keyOf({ articleId, revision, start, end }: Cited): string {
  return [articleId, revision, start, end].join(' ');
}
