import type { Span } from '../news/span.ts';

const OPENING = '“"„«‘‚‹';
const INNER = /[“”"„«»]/;

/**
 * True where a statement's words, all of them, stand between one pair of quotation marks in the article. Only then may
 * marks of ours stand around them: words that are part reported, part quoted keep the article's own.
 */
export function standsInQuotes(text: string, { start, end }: Span): boolean {
  return OPENING.includes(text.charAt(start - 1) || ' ') && !INNER.test(text.slice(start, end));
}
