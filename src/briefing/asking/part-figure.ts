import type { Candidate } from '../candidate.ts';
import { figuresIn } from '../figure.ts';

/** "2.1 million of those affected", … */
const OF_THEM = /^\S*(?: \p{Ll}+)? of (?:the|those|these|them|its|their|his|her|our)\b/u;
/** … and "3.6 million were affected by both". */
const IN_SEVERAL = /\b(?:by|in|from|to|of|among) (?:both|each|either)\b/i;
const ASKS_SEVERAL = /\b(?:both|each|either)\b/i;

/** True where every figure counts only a part of something: whoever asks how many there are asks for all. */
export function tellsOnlyParts(asked: string, candidate: Candidate): boolean {
  const { article, end } = candidate;
  const figures = figuresIn(candidate);
  return (
    figures.length > 0 &&
    figures.every(({ start, end: figureEnd }) => {
      const rest = article.text.slice(figureEnd, end);
      const own = article.text.slice(start, figureEnd);
      const isAmongSeveral = IN_SEVERAL.test(rest) && !ASKS_SEVERAL.test(asked);
      return OF_THEM.test(rest) || / of (?:the|those|these|them)\b/.test(own) || isAmongSeveral;
    })
  );
}
