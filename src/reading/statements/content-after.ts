import { skipAdverbials } from './adverbials.ts';
import { contentEnd, endOfAside } from './content-end.ts';
import type { CueAt } from './cue-at.ts';
import { isFiniteVerb, isPossessive, phraseFrom } from './noun-phrase.ts';
import type { Stretch } from './stretch.ts';
import type { Unit } from './units.ts';
import {
  adverbs,
  clauseOpeners,
  determiners,
  isAdverb,
  months,
  prepositions,
  pronouns,
  timeWords,
} from './words.ts';

/** What somebody said, where it follows the cue; undefined where it doesn't. */
export function contentAfter(units: readonly Unit[], cue: CueAt): Stretch | undefined {
  const start = contentStart(units, cue);
  if (start === undefined) return undefined;
  const clausal =
    units[start - 1]?.lower === 'that' ||
    (/^(?:says|shows|denies)$/.test(cue.class) && !cue.phrasal);
  const end = Math.min(contentEnd(units, start, clausal), endOfAside(units, cue, start));
  return end > start ? { from: start, to: end } : undefined;
}

const questions = new Set('whether how why what when where who if'.split(' '));

function contentStart(units: readonly Unit[], cue: CueAt): number | undefined {
  const { frames } = cue;
  const direct =
    skipAdverbials(units, cue.to, false) > cue.to
      ? undefined
      : opensContent(units, cue.to, cue, false);
  if (direct !== undefined && !frames.has('hearer')) return direct;
  let at = cue.to;
  if (frames.has('hearer')) {
    if (
      direct !== undefined &&
      (units[direct]?.kind === 'quote' || units[cue.to]?.lower === 'that')
    )
      return direct;
    const hearer = phraseFrom(units, skipAdverbials(units, cue.to, false));
    if (!hearer) return direct;
    at = hearer.to;
    const after = opensContent(units, at, cue, true);
    if (after !== undefined) return after;
    if (cue.verb === 'ask' && units[at]?.lower === 'about') return at + 1;
    const later = skipAdverbials(units, at);
    const further = opensContent(units, later, cue, true);
    if (further !== undefined) return further;
    return frames.has('phrase') || cue.class === 'asks' ? cue.to : undefined;
  }
  const past = pastParenthesis(units, at);
  if (past !== undefined && frames.has('clause')) return past;
  const later = skipAdverbials(units, at);
  if (later > at) {
    const further =
      opensContent(units, later, cue, true) ??
      (frames.has('clause') ? pastParenthesis(units, later) : undefined);
    if (further !== undefined) return further;
  }
  if (frames.has('phrase')) {
    if (prepositions.has(units[at]?.lower ?? '')) at++;
    if (isTime(units, at)) return undefined;
    if (phraseFrom(units, at) || units[at]?.kind === 'quote') return at;
    const form = units[at]?.lower ?? '';
    if (/ing$/.test(form)) return at;
  }
  if (frames.has('quote') && isAdverb(units[at]?.lower ?? '') && phraseFrom(units, at + 1))
    return at;
  return undefined;
}

/** Whether a day or month stands there, and not "Friday's decision". */
function isTime(units: readonly Unit[], at: number): boolean {
  const word = units[at]?.lower ?? '';
  return (
    (months.has(word) || timeWords.has(word)) &&
    units[at]?.capital === true &&
    !isPossessive(units[at + 1])
  );
}

/** Where content begins after "that" past words between commas ("said, citing two aides, that …"). */
function pastParenthesis(units: readonly Unit[], at: number): number | undefined {
  if (units[at]?.text !== ',') return undefined;
  for (let k = at + 1; k < at + 24; k++) {
    if (units[k]?.text === ',' && units[k + 1]?.lower === 'that') return k + 2;
  }
  return undefined;
}

/** Where content begins at or just after a unit, past "that", a comma or a colon; undefined where none does. */
function opensContent(
  units: readonly Unit[],
  at: number,
  { frames }: CueAt,
  removed: boolean,
): number | undefined {
  const unit = units[at];
  if (!unit) return undefined;
  const next = units[at + 1];
  if (unit.kind === 'quote') return at;
  if (unit.text === ',' || unit.text === ':') {
    if (next?.kind === 'quote')
      return frames.has('quote') || frames.has('clause') ? at + 1 : undefined;
    if (next?.lower === 'that' && frames.has('clause')) return at + 2;
    if (unit.text === ':' && next && frames.has('quote')) return at + 1;
    return undefined;
  }
  if (unit.kind === 'mark') return undefined;
  if (unit.lower === 'to') return frames.has('to') ? at : undefined;
  if (!frames.has('clause')) return undefined;
  if (unit.lower === 'that') return removed && isFiniteVerb(units, at + 1) ? undefined : at + 1;
  if (questions.has(unit.lower)) return at;
  if (removed && !pronouns.has(unit.lower) && !determiners.has(unit.lower) && !unit.capital)
    return undefined;
  if (timeWords.has(unit.lower) || isAdverb(unit.lower) || prepositions.has(unit.lower))
    return undefined;
  const phrase = phraseFrom(units, at);
  if (!phrase) return clauseOpeners.has(unit.lower) && !removed ? at : undefined;
  const { to } = phrase;
  const follows = units[to];
  if (
    follows &&
    (isFiniteVerb(units, to) ||
      adverbs.has(follows.lower) ||
      follows.text === ',' ||
      follows.lower === 'who' ||
      follows.lower === 'which')
  )
    return at;
  if (frames.has('phrase')) return at;
  return frames.has('quote') ? at : undefined;
}
