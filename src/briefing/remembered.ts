import type { Brief, Line } from '../news/brief.ts';
import type { Cited, Showing } from '../news/showing.ts';

/** How many briefs are kept in mind of what a reader saw, the latest ones, and for how many days. */
const MOST_SHOWN = 50;
const DAYS_KEPT = 90;

/** Where the lines of a brief's message stand; its other views are not kept in mind. */
export function citedBy({ bottomLine, answers, differences, next, corrections }: Brief): Cited[] {
  const lines = [
    ...bottomLine,
    ...answers.flatMap((answer) => answer.lines),
    ...differences.flatMap(({ sides }) => sides.flat()),
    ...next,
    ...corrections.flatMap(({ now }) => (now === null ? [] : [now])),
  ];
  return unique(lines.map(placeOf));
}

/** What is kept in mind of a reader once another brief was shown; what it corrected is done with. */
export function remembered(
  showings: readonly Showing[],
  shown: Showing,
  corrected: readonly Cited[],
): Showing[] {
  const since = new Date(Date.parse(shown.at) - DAYS_KEPT * 24 * 3_600_000).toISOString();
  const done = new Set(corrected.map(keyOf));
  const left = showings
    .filter(({ at, about, ts }) => at >= since && (about !== shown.about || ts !== shown.ts))
    .map((one) => ({ ...one, lines: one.lines.filter((line) => !done.has(keyOf(line))) }))
    .filter(({ lines }) => lines.length > 0);
  return [...left, ...(shown.lines.length > 0 ? [shown] : [])].slice(-MOST_SHOWN);
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
