import type { CueAt } from './cueAt.ts';
import { cueAt } from './cueAt.ts';
import { verbForms } from './cues.ts';
import { isFiniteVerb, phraseFrom, type Stretch } from './nounPhrase.ts';
import type { Unit } from './units.ts';
import {
  adverbs,
  auxiliaries,
  clauseOpeners,
  determiners,
  isAdverb,
  prepositions,
  pronouns,
  timeWords,
} from './words.ts';

const farthest = 400;
const questions = new Set('whether how why what when where who if'.split(' '));
const contrasts = new Set('but though although while whereas despite even'.split(' '));
const subordinators = new Set(
  'as when while although though if because since after before despite once whereas even without'.split(
    ' ',
  ),
);
const cutting = new Set(['says', 'judges', 'plans', 'denies', 'declines', 'asks']);

/** Where adverbials (times, "in a statement", "on Twitter") that begin at a unit end. */
export function skipAdverbials(units: readonly Unit[], from: number, phrases = true): number {
  let at = from;
  while (at < units.length) {
    const unit = units[at];
    if (!unit) break;
    const word = unit.lower;
    if (timeWords.has(word) || isAdverb(word)) at++;
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
    else if (isSpan(units, at)) at += 3;
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

/** "a day later", "two weeks ago" */
function isSpan(units: readonly Unit[], at: number): boolean {
  return (
    /^(?:hour|day|week|month|year)s?$/.test(units[at + 1]?.lower ?? '') &&
    /^(?:later|earlier|ago|before|after)$/.test(units[at + 2]?.lower ?? '')
  );
}

/** What somebody said, where it follows the cue; undefined where it doesn't. */
export function contentAfter(units: readonly Unit[], cue: CueAt): Stretch | undefined {
  const start = contentStart(units, cue);
  if (start === undefined) return undefined;
  const clausal = /^(?:says|shows|denies)$/.test(cue.class) || units[start - 1]?.lower === 'that';
  const end = Math.min(contentEnd(units, start, clausal), endOfAside(units, cue, start));
  return end > start ? { from: start, to: end } : undefined;
}

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
    if (phraseFrom(units, at) || units[at]?.kind === 'quote') return at;
    const form = units[at]?.lower ?? '';
    if (/ing$/.test(form)) return at;
  }
  if (frames.has('quote') && isAdverb(units[at]?.lower ?? '') && phraseFrom(units, at + 1))
    return at;
  return undefined;
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

/** Where content that begins at a unit ends: with the sentence, or before a contrast or the next cue. */
export function contentEnd(units: readonly Unit[], from: number, clausal: boolean): number {
  const first = units[from];
  const limit = Math.min(units.length, from + farthest);
  if (first?.kind === 'quote' && /[.?!,…]$|[—-]$/.test(first.text.slice(0, -1))) {
    let at = from + 1;
    while (units[at]?.kind === 'quote') at++;
    return at;
  }
  for (let at = from + 1; at < limit; at++) {
    const unit = units[at];
    if (!unit) break;
    const next = units[at + 1];
    const comma = unit.text === ',' || unit.text === '—' || unit.text === '–' || unit.text === '--';
    if (unit.text === ';') return at;
    if (comma && next) {
      if (
        contrasts.has(next.lower) &&
        (next.lower !== 'even' || /^(?:though|as)$/.test(units[at + 2]?.lower ?? ''))
      )
        return at;
      const participle = cueAt(units, at + 1);
      if (participle?.participle) return at;
      if (next.lower === 'according') return at;
      if (!clausal && endsPhrase(units, at)) return at;
    }
    if (unit.lower === 'but' && (auxiliaries.has(next?.lower ?? '') || isFiniteVerb(units, at + 1)))
      return at;
    if (
      !clausal &&
      unit.lower === 'and' &&
      isFiniteVerb(units, at + 1) &&
      !verbForms.get(next?.lower ?? '')?.match(/^(?:base|ing)$/)
    )
      return at;
    if ((unit.lower === 'and' || unit.lower === 'but') && !comma) {
      const cue =
        cueAt(units, at + 1) ?? (adverbs.has(next?.lower ?? '') ? cueAt(units, at + 2) : undefined);
      if (
        cue &&
        cutting.has(cue.class) &&
        !cue.infinitive &&
        (cue.form === 'past' || cue.form === 'third')
      ) {
        return units[at - 1]?.text === ',' ? at - 1 : at;
      }
    }
  }
  return limit;
}

/** Where a clause that opens the sentence and only leads up to the main one ends ("While he says …, …"). */
function endOfAside(units: readonly Unit[], cue: CueAt, start: number): number {
  const first = units[0];
  if (!first || cue.at > 14) return units.length;
  const leads =
    subordinators.has(first.lower) || (first.lower.endsWith('ing') && cue.at < 4) || cue.at === 0;
  if (!leads) return units.length;
  for (let at = 0; at < cue.from; at++)
    if (units[at]?.text === ',' && !closesAside(units, at, cue.from)) return units.length;
  for (let at = start + 1; at < units.length - 3 && at < start + farthest; at++) {
    if (units[at]?.text !== ',') continue;
    const phrase = phraseFrom(units, at + 1);
    if (
      phrase &&
      (isFiniteVerb(units, phrase.to) ||
        adverbs.has(units[phrase.to]?.lower ?? '') ||
        units[phrase.to]?.text === ',')
    )
      return at;
  }
  return units.length;
}

/** Whether a comma before the cue belongs to an apposition that ends before it. */
function closesAside(units: readonly Unit[], at: number, cue: number): boolean {
  return units[cue - 1]?.text === ',' && at <= cue - 1;
}

/** Whether a comma or dash ends what is no clause: before an -ing form, "who" or anything after a dash. */
function endsPhrase(units: readonly Unit[], at: number): boolean {
  const next = units[at + 1];
  if (units[at]?.text !== ',') return true;
  if (next?.lower === 'who') return true;
  const word = next?.lower.endsWith('ly') ? (units[at + 2]?.lower ?? '') : (next?.lower ?? '');
  return /[a-z]{3,}ing$/.test(word) && word !== 'including' && word !== 'during';
}
