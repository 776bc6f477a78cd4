import type { Span } from '../../news/span.ts';
import type { Candidate } from '../candidate.ts';
import { isCompleteBeside } from '../complete.ts';
import { overlaps } from '../same.ts';
import type { Considered, Near } from '../subject.ts';
import { claimsIn } from './claim.ts';
import { inTime } from './context.ts';
import { countingsIn } from './counting.ts';
import { blamesIn, rivalBlames } from './culprits.ts';
import type { Differing } from './differing.ts';
import { rivalsIn } from './figures.ts';
import { opposedIn } from './opposed.ts';
import { saidElsewhere, unsaidIn } from './unsaid.ts';

/** What our labels say where no question of the reader's does. */
const LABELS = {
  figures: 'figures',
  opposed: 'what one says, another denies',
  culprits: 'who or what was behind it',
  unsaid: 'what one declines to say, another says',
} as const;

/** Most differences beside those of the questions. */
const MOST = 3;
/** A passage must be so near the subject to be a side. */
const NEAREST = 0.5;
/** Most characters of a side that is a whole passage; a longer one gives way to the statement in it. */
const SHORT = 240;

/**
 * Where articles differ on anything near the subject, whether it is asked or not, the weightiest first: figures that count
 * one thing, a claim and its denial, different culprits, and what one declines to say and another says. What `told`
 * differences show already is left out.
 */
export function differencesIn(
  considered: readonly Considered[],
  told: readonly Differing[],
  most = MOST,
): Differing[] {
  const all = considered.flatMap((each) => each.all).filter(({ nearness }) => nearness >= NEAREST);
  const known = new Map<string, string>();
  const blames = blamesIn(all, known);
  const found = [
    ...rivalBlames(blames).map((pair) => between(LABELS.culprits, pair, all)),
    ...opposedIn(claimsIn(all, blames, known)).map((pair) => between(LABELS.opposed, pair, all)),
    ...saidElsewhere(unsaidIn(all, known), all, blames, known).map((pair) =>
      between(LABELS.unsaid, pair, all),
    ),
    ...rivalsIn(countingsIn(all, known)).map(({ counts, sides, replaced }) => ({
      ...between(counts === '' ? LABELS.figures : counts, sides, all),
      replaced,
    })),
  ];
  const kept: Differing[] = [];
  for (const each of found) {
    if (each.sides.length < 2) continue;
    if (![...told, ...kept].some((other) => isTold(each, other))) kept.push(each);
  }
  return kept.slice(0, most);
}

/** A passage that is a side, and the stretch of it that must be shown. */
interface Side {
  readonly candidate: Candidate;
  readonly span?: Span;
}

/** A difference of these sides in order of time; without sides where one of them can't be shown by itself. */
function between(about: string, sides: readonly Side[], all: readonly Near[]): Differing {
  const shown = [...sides].sort(inTime).map((side) => shownFor(side, all));
  return {
    about,
    sides: shown.some((each) => each === undefined)
      ? []
      : shown.flatMap((each) => (each === undefined ? [] : [[each]])),
  };
}

/** The passage that a reader can read beside the other side, or the statement in it; undefined where neither can be. */
function shownFor(side: Side, all: readonly Near[]): Candidate | undefined {
  const { candidate } = side;
  const { start, end } = side.span ?? candidate;
  const statement = all.find(
    ({ candidate: each }) =>
      each.isStatement &&
      each.complete &&
      each.article.id === candidate.article.id &&
      each.start <= start &&
      end <= each.end,
  )?.candidate;
  if (!isCompleteBeside(candidate.text)) return statement;
  if (statement === undefined) return candidate;
  return candidate.statement !== undefined && candidate.text.length <= SHORT
    ? candidate
    : statement;
}

/** True where another difference shows it already: the same sides, or as much by one of the same voices. */
function isTold(one: Differing, other: Differing): boolean {
  const shows = ([side]: readonly Candidate[]) =>
    other.sides.flat().some((shown) => side !== undefined && overlaps(side, shown));
  if (one.about !== other.about) return one.sides.every(shows);
  const voices = other.sides.flat().map(({ statement }) => statement?.speaker);
  return one.sides.some(
    (side) =>
      shows(side) ||
      side.some(({ statement }) => statement?.speaker && voices.includes(statement.speaker)),
  );
}
