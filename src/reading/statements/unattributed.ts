import type { Span } from '../../news/span.ts';
import type { QuotedUnit, Unit } from './units.ts';

const fewestWords = 4;
const lookedBack = 12;

/**
 * The quotations of a sentence that no attribution took and that go on with the speaker before: those that stand
 * alone, and longer ones in a paragraph where somebody has spoken (`isNear`). Titles are nobody's words.
 */
export function unattributed(
  units: readonly Unit[],
  found: readonly Span[],
  isNear: boolean,
): QuotedUnit[] {
  const alone = units.every((unit) => unit.kind !== 'word');
  return units.filter((unit): unit is QuotedUnit => {
    if (unit.kind !== 'quote' || isTaken(found, unit)) return false;
    const words = unit.text.split(/\s+/).length;
    if (alone && isNear) return true;
    return !isTitle(unit.text) && (alone ? words > 1 : isNear && words >= fewestWords);
  });
}

function isTaken(found: readonly Span[], unit: Span): boolean {
  return found.slice(-lookedBack).some((one) => one.start < unit.end && unit.start < one.end);
}

/** Whether quoted words are a title ("The Art of the Deal"). */
function isTitle(quoted: string): boolean {
  const words = quoted.slice(0, 200).match(/\p{L}[\p{L}’'-]*/gu) ?? [];
  return (
    words.length < 9 &&
    words.every((word) => /^\p{Lu}/u.test(word) || word.length < 4) &&
    !/[?!]/.test(quoted)
  );
}
