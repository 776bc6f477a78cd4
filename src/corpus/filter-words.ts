import { type Refusal, refuse } from '../news/refusal.ts';

/** Words or phrases that may be filtered by, either way. */
const MOST_WORDS = 20;
const LONGEST_WORD = 60;

/**
 * The words and phrases in what a person typed: divided by commas where there is one, otherwise by blanks, except
 * within quotation marks. None twice.
 */
export function readFilterWords(typed: string): readonly string[] | Refusal {
  const straight = typed.replace(/[“”„«»]/gu, '"');
  const parts = [...straight.matchAll(/"([^"]*)"|([^",]+)|,/g)];
  const byCommas = parts.some(([part]) => part === ',');
  const words = parts.flatMap(([, quoted, bare]) => {
    if (quoted !== undefined) return [quoted];
    return bare === undefined ? [] : byCommas ? [bare] : bare.split(/\s+/);
  });
  const clean = words.map((word) => word.replace(/\s+/g, ' ').trim()).filter((word) => word !== '');
  const once = [...new Map(clean.map((word) => [word.toLowerCase(), word])).values()];
  const tooLong = once.find((word) => word.length > LONGEST_WORD);
  if (tooLong !== undefined) {
    return refuse(
      `“${tooLong.slice(0, LONGEST_WORD)}…” is too long to filter by.`,
      'Divide words and phrases by commas.',
    );
  }
  if (once.length > MOST_WORDS) {
    return refuse(
      `A filter takes up to ${MOST_WORDS} words or phrases, and these are ${once.length}.`,
      'Choose those that matter most.',
    );
  }
  return once;
}

/** Words and phrases as they would be typed again. */
export function typeFilterWords(words: readonly string[]): string {
  return words.map((word) => `"${word.replaceAll('"', '')}"`).join(', ');
}
