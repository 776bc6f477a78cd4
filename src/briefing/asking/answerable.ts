import type { Ask, AskKind } from '../ask.ts';
import type { Candidate } from '../candidate.ts';
import type { Clue } from './clues.ts';
import type { Evidence } from './evidence.ts';

/** Kinds of question that nothing answers but the kind of thing asked for: a place for "where". */
const NEEDS_FIT: ReadonlySet<AskKind> = new Set(['who', 'where', 'why', 'how-much', 'how-long']);
/** Kinds that ask of something done, and not whether it was: an answer must speak of the deed, and not of its absence. */
const OF_DEEDS: ReadonlySet<AskKind> = new Set(['who', 'when']);
/** How well the orders asked for must be named. */
const LEAST_ORDER = 0.5;

/** False where a candidate lacks what nothing can stand in for, whatever else it shares with the question. */
export function isAnswerable(
  { kind, isAhead }: Ask,
  clues: readonly Clue[],
  { sequence }: Candidate,
  { leastOrder, fits, figure, deedNear }: Evidence,
): boolean {
  if (leastOrder < LEAST_ORDER) return false;
  if ((isAhead || NEEDS_FIT.has(kind)) && fits === 0) return false;
  if (kind === 'how-many' && figure === 0) return false;
  return !OF_DEEDS.has(kind) || (deedNear > 0 && !isUndone(clues, sequence));
}

/** "She would not resign" tells nobody when she did. */
function isUndone(clues: readonly Clue[], sequence: string): boolean {
  const deed = clues.find(({ isDeed }) => isDeed);
  return (
    deed !== undefined &&
    new RegExp(` (?:not|never|cannot|\\S+n't|refus|declin) (?:\\S+ )?${deed.stem} `).test(sequence)
  );
}
