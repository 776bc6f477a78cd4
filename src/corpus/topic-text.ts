import type { Question } from '../news/topic.ts';

/** The aliases in what a person typed, one a line; none twice. */
export function readAliases(typed: string): string[] {
  return once(linesOf(typed), (alias) => alias);
}

/** Aliases as they would be typed again. */
export function typeAliases(aliases: readonly string[]): string {
  return aliases.join('\n');
}

/**
 * The questions in what a person typed, one a line, each with the words that mark an answer behind a bar, divided by
 * commas: `How many were affected? | million, 21,500 people`. None twice.
 */
export function readQuestions(typed: string): Question[] {
  const questions = linesOf(typed).map((line): Question => {
    const bar = line.indexOf('|');
    if (bar < 0) return { ask: line, words: [] };
    // A comma between digits belongs to a number.
    const words = line.slice(bar + 1).split(/,(?!\d)|(?<!\d),/);
    return {
      ask: tidy(line.slice(0, bar)),
      words: once(words.map(tidy).filter(Boolean), (word) => word),
    };
  });
  return once(questions, ({ ask }) => ask);
}

/** Questions as they would be typed again. */
export function typeQuestions(questions: readonly Question[]): string {
  return questions
    .map(({ ask, words }) => (words.length > 0 ? `${ask} | ${words.join(', ')}` : ask))
    .join('\n');
}

/** Lists are often pasted with their bullets. */
function linesOf(typed: string): string[] {
  return typed
    .split(/[\n\r\u2028\u2029]+/)
    .map((line) => tidy(line).replace(/^[-–*•◦]\s+/u, ''))
    .filter((line) => line !== '');
}

/** In one line, without what Slack's own editors leave in a text unseen. */
function tidy(text: string): string {
  return text.replace(/[\s\p{Cc}\u200b\ufeff]+/gu, ' ').trim();
}

function once<T>(items: readonly T[], named: (item: T) => string): T[] {
  const first = new Map<string, T>();
  for (const item of items) {
    const key = named(item).toLowerCase();
    if (!first.has(key)) first.set(key, item);
  }
  return [...first.values()];
}
