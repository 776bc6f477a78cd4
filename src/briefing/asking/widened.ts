import type { Candidate } from '../candidate.ts';
import { isComplete, marksMatch } from '../complete.ts';
import { sequenceOf, stemsIn } from '../words.ts';

const MOST_ABOVE = 2;
const LONGEST = 600;

/**
 * A passage that can't be read alone ("It was created in 2009"), with the one or two before it that it goes on from; itself
 * where it can, and undefined where that makes no line either.
 */
export function widened(candidate: Candidate): Candidate | undefined {
  if (candidate.complete) return candidate;
  const { article, place, end, text, isStatement } = candidate;
  if (isStatement || !/[.!?…]["”’')\]]*$/u.test(text.trimEnd())) return undefined;
  const { passages } = article.reading;
  for (let above = 1; above <= MOST_ABOVE; above += 1) {
    const opening = passages[place - above];
    if (opening === undefined || end - opening.start > LONGEST) return undefined;
    const whole = article.text.slice(opening.start, end);
    if (!isComplete(article.text.slice(opening.start, opening.end)) || !marksMatch(whole)) continue;
    const sequence = sequenceOf(whole);
    const stems = stemsIn(sequence);
    return {
      ...candidate,
      start: opening.start,
      text: whole,
      place: place - above,
      statement: undefined,
      sequence,
      stems,
      has: new Set(stems),
      around: sequence,
      complete: true,
    };
  }
  return undefined;
}
