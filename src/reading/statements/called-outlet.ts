import { phraseBefore, phraseFrom } from './noun-phrase.ts';
import { isOutlet } from './standing.ts';
import { type Unit, wordsOf } from './units.ts';
import { determiners } from './words.ts';

/** One of these stands in every phrase for an outlet without its name; to look for it first saves most of the time. */
const pressWord = /^(?:news|wire|press|media|magazine|broadcaster|tabloid|outlet)/;

/** Whether the words around a name call its bearer an outlet ("Vesti, a state news agency", "the newspaper Vesti"). */
export function isCalledOutlet(
  text: string,
  units: readonly Unit[],
  from: number,
  to: number,
): boolean {
  const means = (start: number, end: number) =>
    end > start &&
    !units[end - 1]?.capital &&
    units.slice(start, end).some(({ lower }) => pressWord.test(lower)) &&
    isOutlet(wordsOf(text, units, { from: start, to: end }));
  const isApposed = units[from - 1]?.text === ',' && units[to]?.text === ',';
  const before = phraseBefore(units, isApposed ? from - 1 : from);
  if (before && means(before.from, Math.min(before.to, from))) return true;
  if (units[to]?.text !== ',') return means(to, to + 1) || means(to, to + 2);
  const after = phraseFrom(units, to + 1);
  const first = after && units[after.from];
  return (
    first !== undefined &&
    (first.capital || determiners.has(first.lower)) &&
    means(after?.from ?? to, after?.to ?? to)
  );
}
