import type { Ask } from '../ask.ts';
import type { Candidate } from '../candidate.ts';
import { isEmptyWord, stemsOf } from '../words.ts';
import type { Clue } from './clues.ts';
import type { Evidence } from './evidence.ts';

/** What tells an answer from mere likeness to a question, each from 0 to 1. */
export interface Doubts {
  /** Share of the clues, each counted alike, that stand within a few words of each other. */
  readonly close: number;
  /** 1 where it opens with a name that is not asked for, and a name asked for is missing. */
  readonly another: number;
  /** 1 where it is asked who or which, and it has no name that the question has not. */
  readonly nameless: number;
  /** 1 where it is asked of what is or will be when, and it tells of nothing to come. */
  readonly past: number;
}

/** How many words stand within a few of each other. */
const CLOSE = 12;
const ASKS_WHICH = /^(?:\w+ )?which\b/i;
const ASKS_AHEAD = /^when(?:['’]s| does| do| is| are| will)\b/i;
const AHEAD =
  /\b(?:will|would|next|upcoming|scheduled|plan(?:s|ned)?|expected|due|set|to be|by)\b/i;
const OPENING_NAME = /^\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}.’'-]*)*/u;

/** What speaks against the best candidate as an answer to a question of these clues. */
export function doubtsOf(
  { ask, kind }: Ask,
  clues: readonly Clue[],
  candidate: Candidate,
  { freshNames }: Evidence,
): Doubts {
  const asked = new Set(stemsOf(ask));
  const isWhich = ASKS_WHICH.test(ask);
  const isNameless = (isWhich || kind === 'who') && freshNames === 0;
  const isPast = kind === 'when' && ASKS_AHEAD.test(ask) && !AHEAD.test(candidate.text);
  return {
    close: closeness(clues, candidate),
    another: isOfAnother(clues, candidate, asked) ? 1 : 0,
    nameless: isNameless ? 1 : 0,
    past: isPast ? 1 : 0,
  };
}

function closeness(clues: readonly Clue[], { sequence }: Candidate): number {
  const words = sequence.trim().split(' ');
  const sought = clues.filter(({ kind }) => kind !== 'date');
  if (sought.length === 0) return 0;
  let most = 0;
  for (let from = 0; from === 0 || from <= words.length - CLOSE; from += 1) {
    const some = new Set(words.slice(from, from + CLOSE));
    most = Math.max(most, sought.filter((clue) => isAmong(clue, some)).length);
  }
  return most / sought.length;
}

function isAmong({ stem, others }: Clue, words: ReadonlySet<string>): boolean {
  return words.has(stem) || others.some((other) => words.has(other));
}

/** "Seymour stayed", where Archuleta is asked for. */
function isOfAnother(
  clues: readonly Clue[],
  { text, has }: Candidate,
  asked: ReadonlySet<string>,
): boolean {
  if (clues.every((clue) => clue.kind !== 'name' || isAmong(clue, has))) return false;
  const name = OPENING_NAME.exec(text)?.[0] ?? '';
  if (isEmptyWord(name.split(' ', 1)[0]?.toLowerCase() ?? '')) return false;
  const stems = stemsOf(name);
  return stems.length > 0 && stems.every((one) => !asked.has(one));
}
