import { persons, titles } from './names.ts';
import { isPossessive, phraseBefore, phraseFrom } from './noun-phrase.ts';
import type { Unit } from './units.ts';
import { months, prepositions, timeWords } from './words.ts';

/** What the words around a name say its bearer is: the words before it, or an apposition after it. */
export function roleAround(
  text: string,
  units: readonly Unit[],
  from: number,
  to: number,
): string | null {
  const before = roleBefore(text, units, from, to);
  const after = before === null || isBareTitle(before) ? roleAfter(text, units, to) : null;
  return after === null || (before !== null && partyOnly.test(after)) ? before : after;
}

const partyOnly = /\b(?:republican|democrat|independent)s?\b|^[RD]-/i;

/** Whether a role is but the short title before a name ("Sen."), which any fuller role of the article replaces. */
export function isBareTitle(role: string): boolean {
  return /^\p{Lu}[\p{L}]{1,4}\.$/u.test(role);
}

function roleBefore(text: string, units: readonly Unit[], from: number, to: number): string | null {
  const phrase = phraseBefore(units, to);
  if (!phrase || phrase.from >= from) return null;
  let start = phrase.from;
  for (let at = start; at < from; at++) {
    const word = units[at]?.lower ?? '';
    const joinsNames = word === 'of' && units[at - 1]?.capital && units[at + 1]?.capital;
    if ((prepositions.has(word) || word === 'and') && !joinsNames) start = at + 1;
  }
  if (start >= from) return null;
  while (isDate(units, start)) start++;
  if (/^(?:the|a|an|its|his|her|their|our)$/.test(units[start]?.lower ?? '')) start++;
  if (start >= from || isPossessive(units[from - 1])) return null;
  const words = units.slice(start, from);
  if (
    !words.some(
      (unit) =>
        persons.has(unit.lower) ||
        (titles.has(unit.lower) && !/^(?:mr|mrs|ms|dr|sir)$/.test(unit.lower)),
    )
  )
    return null;
  return slice(text, units, start, from);
}

function isDate(units: readonly Unit[], at: number): boolean {
  const unit = units[at];
  return (
    unit !== undefined &&
    (unit.kind === 'number'
      ? /^\d{1,2}$|^\d{4}$/.test(unit.text)
      : months.has(unit.lower) || timeWords.has(unit.lower))
  );
}

function roleAfter(text: string, units: readonly Unit[], to: number): string | null {
  if (units[to]?.text !== ',') return null;
  const first = units[to + 1];
  if (!first || !(/^(?:a|an|the|who|one|his|her)$/.test(first.lower) || first.kind === 'word'))
    return null;
  let start = to + 1;
  if (first.lower === 'who') {
    if (!/^(?:is|was)$/.test(units[start + 1]?.lower ?? '')) return null;
    start += 2;
  }
  if (/^(?:a|an|the|one)$/.test(units[start]?.lower ?? '')) start++;
  const phrase = phraseFrom(units, start);
  if (!phrase || phrase.to - start > 16) return null;
  const words = units.slice(start, phrase.to);
  if (/^(?:a|an)$/.test(first.lower)) return slice(text, units, start, phrase.to);
  if (!words.some((unit) => persons.has(unit.lower) || /^[RD]-/.test(unit.text))) return null;
  return slice(text, units, start, phrase.to);
}

function slice(text: string, units: readonly Unit[], from: number, to: number): string | null {
  const first = units[from];
  const last = units[to - 1];
  return first && last ? text.slice(first.start, last.end) : null;
}
