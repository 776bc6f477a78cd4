import { cueForms, verbForms } from './cues.ts';
import type { Stretch } from './stretch.ts';
import type { Unit } from './units.ts';
import {
  adverbs,
  auxiliaries,
  clauseOpeners,
  conjunctions,
  determiners,
  linkingPrepositions,
  months,
  openers,
  possessives,
  prepositions,
  pronouns,
  relatives,
  timeWords,
} from './words.ts';

const longest = 40;

/** Whether the unit can only be a finite verb here. */
export function isFiniteVerb(units: readonly Unit[], at: number): boolean {
  const unit = units[at];
  if (unit?.kind !== 'word') return false;
  if (auxiliaries.has(unit.lower)) return true;
  if (unit.capital) return false;
  const form = verbForms.get(unit.lower);
  const before = units[at - 1];
  if (
    before &&
    (determiners.has(before.lower) || isPossessive(before) || possessives.has(before.lower))
  )
    return false;
  if (before === undefined || before.kind === 'mark' || before.kind === 'quote') {
    if (form === 'past' || isPast(unit)) return false;
  }
  if (before?.lower.endsWith('ly') && determiners.has(units[at - 2]?.lower ?? '')) return false;
  if (form === 'past') return true;
  if (before && pronouns.has(before.lower))
    return form === 'base' || form === 'third' || isPast(unit);
  if (form === 'third' || form === 'base') {
    const next = units[at + 1];
    return (
      before !== undefined &&
      before.kind !== 'mark' &&
      !prepositions.has(before.lower) &&
      next !== undefined &&
      (next.kind === 'quote' ||
        determiners.has(next.lower) ||
        pronouns.has(next.lower) ||
        next.lower === 'that' ||
        next.lower === 'to')
    );
  }
  return isPast(unit) && before?.kind === 'word' && !prepositions.has(before.lower);
}

function isPast(unit: Unit): boolean {
  return /[^e]ed$/.test(unit.lower) && unit.lower.length > 4;
}

/** Whether the unit is "'s". */
export function isPossessive(unit: Unit | undefined): boolean {
  return unit?.lower === "'s";
}

/** Whether a noun phrase can hold this word somewhere inside. */
function isNominal(units: readonly Unit[], at: number): boolean {
  const unit = units[at];
  if (!unit) return false;
  if (unit.kind === 'number') return true;
  if (unit.kind === 'quote')
    return (
      unit.quotation.inner.end - unit.quotation.inner.start < 30 &&
      !/[,.?!]$/.test(unit.text.slice(0, -1))
    );
  if (unit.kind === 'mark') return unit.text === '%' || unit.text === '$';
  const word = unit.lower;
  if (timeWords.has(word)) return isPossessive(units[at + 1]);
  if (auxiliaries.has(word) || relatives.has(word) || pronouns.has(word)) return false;
  if (clauseOpeners.has(word) || conjunctions.has(word) || prepositions.has(word)) return false;
  if (at === 0 && openers.has(word)) return false;
  return !adverbs.has(word) || (unit.capital && at > 0);
}

/** The noun phrase that begins at a unit, with what "of", "for", "at" … bind to it; undefined where none begins there. */
export function phraseFrom(units: readonly Unit[], from: number): Stretch | undefined {
  const first = units[from];
  if (!first) return undefined;
  if (pronouns.has(first.lower)) return { from, to: from + 1 };
  let at = from;
  const limit = Math.min(units.length, from + longest);
  while (at < limit) {
    const unit = units[at];
    if (!unit) break;
    const before = units[at - 1];
    if (at > from && determiners.has(unit.lower) && !linksBefore(before)) break;
    if (at > from && (isFiniteVerb(units, at) || opensParticiple(units, at))) break;
    if (
      isNominal(units, at) ||
      (at > from && bindsOn(unit) && linkingPrepositions.has(units[at + 1]?.lower ?? ''))
    )
      at++;
    else if (unit.lower === 'and' && at > from && isNameLike(units[at + 1]) && isNameLike(before))
      at++;
    else if (
      at > from &&
      linkingPrepositions.has(unit.lower) &&
      units[at + 1]?.kind !== 'quote' &&
      isNominal(units, at + 1)
    )
      at++;
    else break;
  }
  while (at > from && linkingPrepositions.has(units[at - 1]?.lower ?? '')) at--;
  return at > from ? { from, to: at } : undefined;
}

/** Whether an -ing form after a noun says what the noun does ("sources confirming the attack"). */
function opensParticiple(units: readonly Unit[], at: number): boolean {
  const next = units[at + 1];
  if (
    verbForms.get(units[at]?.lower ?? '') !== 'ing' ||
    !next ||
    determiners.has(units[at - 1]?.lower ?? '')
  )
    return false;
  if (cueForms.has(units[at]?.lower ?? '') && /[^s]s$/.test(units[at - 1]?.lower ?? ''))
    return true;
  return (
    next.kind === 'quote' ||
    next.capital ||
    next.lower === 'that' ||
    determiners.has(next.lower) ||
    pronouns.has(next.lower)
  );
}

function linksBefore(before: Unit | undefined): boolean {
  return (
    before !== undefined &&
    (linkingPrepositions.has(before.lower) ||
      determiners.has(before.lower) ||
      before.lower === 'and')
  );
}

function isNameLike(unit: Unit | undefined): boolean {
  return (
    unit !== undefined && (unit.capital || unit.kind === 'number' || possessives.has(unit.lower))
  );
}

/** The noun phrase that ends before a unit; undefined where none does. */
export function phraseBefore(units: readonly Unit[], to: number): Stretch | undefined {
  const last = units[to - 1];
  if (!last) return undefined;
  const isObject =
    /^(?:him|her|them|us|me|it)$/.test(last.lower) &&
    linkingPrepositions.has(units[to - 2]?.lower ?? '');
  if (pronouns.has(last.lower) && !isObject) return { from: to - 1, to };
  let from = isObject ? to - 1 : to;
  const limit = Math.max(0, to - longest);
  while (from > limit) {
    const at = from - 1;
    const unit = units[at];
    if (!unit) break;
    if ((isFiniteVerb(units, at) || isDate(units, at)) && at < to - 1 && !bindsOn(unit)) break;
    if (isNameOfBoth(units, at)) from = at - 1;
    else if (determiners.has(unit.lower) && isDeterminerHere(units, at)) {
      from = at;
      if (determiners.has(units[at - 1]?.lower ?? '')) from = at - 1;
      if (!linkingPrepositions.has(units[from - 1]?.lower ?? '') || !isNominal(units, from - 2))
        break;
      if (units[from - 2]?.capital === false && from - 2 === 0) break;
      from -= 1;
    } else if (isNominal(units, at) || (at < to - 1 && bindsOn(unit))) from = at;
    else if (linkingPrepositions.has(unit.lower) && at < to - 1 && isNominal(units, at - 1))
      from = at;
    else if (unit.lower === 'and' && isNameLike(units[at - 1]) && isNameLike(units[at + 1]))
      from = at;
    else break;
  }
  while (
    from < to &&
    (linkingPrepositions.has(units[from]?.lower ?? '') || units[from]?.lower === 'and')
  )
    from++;
  return from < to ? { from, to } : undefined;
}

/** Whether a capital "The" opens the second of two names ("Reuters and The Guardian"). */
function isNameOfBoth(units: readonly Unit[], at: number): boolean {
  return units[at]?.text === 'The' && units[at - 1]?.lower === 'and' && isNameLike(units[at - 2]);
}

/** Whether a month or year before a name tells when ("in June 2015 Director Roe said"). */
function isDate(units: readonly Unit[], at: number): boolean {
  const unit = units[at];
  const before = units[at - 1]?.lower ?? '';
  if (unit?.kind === 'number')
    return /^\d{4}$/.test(unit.text) && (months.has(before) || before === 'in');
  return (
    unit?.capital === true &&
    months.has(unit.lower) &&
    /^(?:in|of|since|by|last|this|next|until)$/.test(before)
  );
}

/** Adjectives that bind what follows to the noun before them ("people familiar with …"). */
function bindsOn(unit: Unit | undefined): boolean {
  return /^(?:familiar|close|involved|briefed|linked|loyal|sympathetic|tied|near)$/.test(
    unit?.lower ?? '',
  );
}

function isDeterminerHere(units: readonly Unit[], at: number): boolean {
  return units[at]?.lower !== 'that' || at === 0 || units[at - 1]?.kind === 'mark';
}
