import type { Span } from '../../news/span.ts';
import { isOutlet } from './standing.ts';
import type { Stretch } from './stretch.ts';
import type { Unit } from './units.ts';

/** Where content stands in the text, and whether in quotation marks. */
export interface ContentSpan extends Span {
  readonly quoted: boolean;
}

const fewestWords = 3;
const dayNamed =
  /\b(?:(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.?|January|February|March|April|May|June|July|August|September|October|November|December) \d|\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)\b|\b\d{4}-\d\d-\d\d\b|day$/;

/**
 * The span of what was said. A whole quotation leaves out its marks and the comma before the closing one; words of
 * which at least three stand in marks are quoted too, and keep these marks inside.
 */
export function contentSpan(
  text: string,
  units: readonly Unit[],
  content: Stretch,
): ContentSpan | undefined {
  const first = units[content.from];
  const last = units[content.to - 1];
  if (!first || !last) return undefined;
  if (first === last && first.kind === 'quote') {
    const { start, end } = first.quotation.inner;
    const cut = end > start && text[end - 1] === ',' ? end - 1 : end;
    return cut > start ? { start, end: cut, quoted: true } : undefined;
  }
  const quoted = units
    .slice(content.from, content.to)
    .some((unit) => unit.kind === 'quote' && unit.text.split(/\s+/).length >= fewestWords);
  return { start: first.start, end: pastBracket(text, last.end, units[content.to]?.start), quoted };
}

/** Whether words in brackets name the source or the day of what stands before them ("Mining Daily, June 17"). */
function isSourceNote(words: string): boolean {
  return (
    dayNamed.test(words) ||
    /^(?:via|see|source|per)\b|\bhttps?:|\bwww\./i.test(words) ||
    words.split(/[,;]\s*/).some(isOutlet)
  );
}

/** Past brackets that follow the last word before the next. */
function pastBracket(text: string, end: number, next: number | undefined): number {
  const after = text.slice(end, Math.min(next ?? end + 80, end + 80));
  const bracket = /^ ?\(([^()\n]*)\)/.exec(after);
  return bracket && !isSourceNote(bracket[1] ?? '') ? end + bracket[0].length : end;
}
