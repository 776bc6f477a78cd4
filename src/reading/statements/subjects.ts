import type { Attribution } from './attribution.ts';
import { isBreak } from './clause-edges.ts';
import type { CueAt } from './cue-at.ts';
import { verbForms } from './cues.ts';
import { isFiniteVerb, phraseBefore, phraseFrom } from './noun-phrase.ts';
import type { Stretch } from './stretch.ts';
import type { Unit } from './units.ts';
import {
  auxiliaries,
  clauseOpeners,
  isAdverb,
  prepositions,
  pronouns,
  relatives,
  timeWords,
} from './words.ts';

/** The words for whoever does what a cue verb says. */
export function subjectOf(
  units: readonly Unit[],
  cue: CueAt,
  last: Attribution | undefined,
): Stretch | undefined {
  const before = units[cue.from - 1];
  if (cue.participle || cue.infinitive || before?.lower === 'and' || before?.lower === 'but') {
    return last?.source ?? sentenceSubject(units, cue.from) ?? subjectOfMainClause(units, cue.to);
  }
  if (!before) return undefined;
  if (relatives.has(before.lower)) {
    const comma = units[cue.from - 2]?.text === ',';
    const antecedent = phraseBefore(units, cue.from - (comma ? 2 : 1));
    return antecedent && (trailingName(units, antecedent) ?? antecedent);
  }
  if (before.text === ',')
    return phraseBeforeAppositive(units, cue.from, 0) ?? sentenceSubject(units, cue.from);
  return ownSubject(units, cue.from) ?? sentenceSubject(units, cue.from);
}

/** Whether a subject is nobody ("no official", "neither the ministry nor the police"): then nothing was said. */
export function isNobody(units: readonly Unit[], { from }: Stretch): boolean {
  return (
    /^(?:no|nobody|none|neither)$/.test(units[from]?.lower ?? '') ||
    /^(?:nor|neither|no)$/.test(units[from - 1]?.lower ?? '')
  );
}

/** The noun phrase right before a verb, where it is no time and no end of a relative clause. */
function ownSubject(units: readonly Unit[], verb: number): Stretch | undefined {
  let phrase = phraseBefore(units, verb);
  if (phrase && spans.has(units[phrase.to - 1]?.lower ?? ''))
    phrase = phraseBefore(units, phrase.from);
  const before = phrase && units[phrase.from - 1]?.lower;
  return before && (auxiliaries.has(before) || before === 'not') ? undefined : phrase;
}

/** The name at the end of a phrase in which other nouns come first ("the words of Minister Jane Roe"). */
function trailingName(units: readonly Unit[], { from, to }: Stretch): Stretch | undefined {
  let start = to;
  while (
    start > from &&
    (units[start - 1]?.capital ||
      (units[start - 1]?.lower === 'of' && units[start]?.capital && units[start - 2]?.capital))
  ) {
    start--;
  }
  const before = units[start - 1]?.lower ?? '';
  return to - start > 1 && start > from && prepositions.has(before)
    ? { from: start, to }
    : undefined;
}

const spans = new Set(
  'day days hour hours weeks months years week month year morning afternoon evening night time'.split(
    ' ',
  ),
);

/** The subject of the clause after a leading one ("After saying that …, she left"). */
function subjectOfMainClause(units: readonly Unit[], from: number): Stretch | undefined {
  for (let at = from; at < units.length - 2 && at < from + 60; at++) {
    if (units[at]?.text !== ',' && !(units[at]?.kind === 'quote' && units[at]?.text.at(-2) === ','))
      continue;
    const phrase = phraseFrom(units, at + 1);
    if (phrase && (isFiniteVerb(units, phrase.to) || verbForms.has(units[phrase.to]?.lower ?? '')))
      return phrase;
  }
  return undefined;
}

const farthestSubject = 60;

/** The first noun phrase of a sentence that can be its subject. */
function sentenceSubject(units: readonly Unit[], before: number): Stretch | undefined {
  let at = 0;
  while (at < before && at < farthestSubject) {
    const word = units[at]?.lower ?? '';
    if (prepositions.has(word) && timeWords.has(units[at + 1]?.lower ?? '')) {
      at += 2;
      continue;
    }
    if (prepositions.has(word) || clauseOpeners.has(word)) {
      while (at < before && at < farthestSubject && units[at]?.text !== ',') at++;
      at++;
      continue;
    }
    const phrase = phraseFrom(units, at);
    if (phrase && (pronouns.has(word) || phrase.to > at))
      return phrase.to <= before ? phrase : { from: phrase.from, to: before };
    at++;
  }
  return undefined;
}

/** The noun phrase before a unit, past an apposition between commas ("Roe, the minister, said"). */
export function phraseBeforeAppositive(
  units: readonly Unit[],
  to: number,
  anchor: number,
): Stretch | undefined {
  if (units[to - 1]?.text !== ',') return phraseBefore(units, to);
  for (let at = to - 2; at > anchor && at > to - 40; at--) {
    if (units[at]?.kind === 'quote') return undefined;
    if (units[at]?.text !== ',') continue;
    const phrase = phraseBefore(units, at);
    if (
      !phrase ||
      !(
        phrase.from === 0 ||
        isBreak(units, phrase.from - 1) ||
        isAdverb(units[phrase.from - 1]?.lower ?? '')
      )
    )
      continue;
    const further = units[phrase.from]?.capital ? undefined : phraseBefore(units, phrase.from - 1);
    const isName =
      further && units[phrase.from - 1]?.text === ',' && units[further.to - 1]?.capital;
    return isName && further.from >= anchor ? further : phrase;
  }
  return undefined;
}
