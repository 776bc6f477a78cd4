import { type CueAt, cueAt } from './cue-at.ts';
import { verbForms } from './cues.ts';
import { isFiniteVerb, phraseFrom } from './noun-phrase.ts';
import type { Unit } from './units.ts';
import { adverbs, auxiliaries } from './words.ts';

const farthest = 400;

const contrasts = new Set('but though although while whereas despite even'.split(' '));

const subordinators = new Set(
  'as when while although though if because since after before despite once whereas even without'.split(
    ' ',
  ),
);

const cutting = new Set(['says', 'judges', 'plans', 'denies', 'declines', 'asks']);

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
export function endOfAside(units: readonly Unit[], cue: CueAt, start: number): number {
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
