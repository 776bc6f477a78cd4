import { phraseFrom } from './noun-phrase.ts';
import type { Unit } from './units.ts';
import { isAdverb, prepositions, timeWords } from './words.ts';

/** Where adverbials (times, "in a statement", "on Twitter") that begin at a unit end. */
export function skipAdverbials(units: readonly Unit[], from: number, phrases = true): number {
  let at = from;
  while (at < units.length) {
    const unit = units[at];
    if (!unit) break;
    const word = unit.lower;
    if (timeWords.has(word) || (isAdverb(word) && !unit.capital)) at++;
    else if (
      (word === 'last' || word === 'this' || word === 'next') &&
      /^(?:week|month|year|summer|spring|fall|winter|night|morning|afternoon|evening|weekend|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december)$/.test(
        units[at + 1]?.lower ?? '',
      )
    )
      at += 2;
    else if (
      /^(?:morning|afternoon|evening|night)$/.test(word) &&
      timeWords.has(units[at - 1]?.lower ?? '')
    )
      at++;
    else if (isSpan(units, at) || isSameTime(units, at)) at += 3;
    else if (!phrases) break;
    else if (prepositions.has(word) && timeWords.has(units[at + 1]?.lower ?? '')) at += 2;
    else if (prepositions.has(word)) {
      const phrase = phraseFrom(units, at + 1);
      if (!phrase) break;
      at = phrase.to;
    } else break;
  }
  return at;
}

/** "the same day", "the next morning" */
function isSameTime(units: readonly Unit[], at: number): boolean {
  return (
    units[at]?.lower === 'the' &&
    /^(?:same|next|previous|following)$/.test(units[at + 1]?.lower ?? '') &&
    /^(?:day|week|month|year|morning|evening|afternoon|night)$/.test(units[at + 2]?.lower ?? '')
  );
}

/** "a day later", "two weeks ago" */
function isSpan(units: readonly Unit[], at: number): boolean {
  return (
    /^(?:hour|day|week|month|year)s?$/.test(units[at + 1]?.lower ?? '') &&
    /^(?:later|earlier|ago|before|after)$/.test(units[at + 2]?.lower ?? '')
  );
}
