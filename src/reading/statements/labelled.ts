import type { Attribution } from './attribution.ts';
import { contentAfter } from './content-after.ts';
import { cueAt } from './cue-at.ts';
import { phraseFrom } from './noun-phrase.ts';
import type { Stretch } from './stretch.ts';
import { subjectOf } from './subjects.ts';
import { trim } from './trim.ts';
import type { Unit } from './units.ts';

/** A quotation with its speaker's name after a dash, and nothing else ("“…” — Jane Roe"). */
export function signed(units: readonly Unit[]): Attribution | undefined {
  const dash = units.findIndex((unit, at) => at > 0 && at < 4 && /^[—–―-]+$/.test(unit.text));
  if (
    dash < 1 ||
    !units.slice(0, dash).every((unit) => unit.kind === 'quote' || unit.kind === 'mark')
  )
    return undefined;
  const quote = units.findIndex((unit) => unit.kind === 'quote');
  const source = phraseFrom(units, dash + 1);
  if (quote < 0 || !source || units.length - source.to > 12 || !units[source.from]?.capital)
    return undefined;
  const cue = { from: dash, to: dash + 1 };
  return {
    class: 'says',
    verb: '',
    cue,
    source,
    contents: [{ from: quote, to: quote + 1 }],
    negated: false,
  };
}

/** "X: …" at the start of a sentence. */
export function labelled(units: readonly Unit[]): Attribution | undefined {
  const colon = units.findIndex((unit, at) => at < 8 && unit.text === ':');
  if (colon < 1 || colon > 4 || !units.slice(0, colon).every((unit) => unit.capital))
    return undefined;
  if (units.length - colon < 4) return undefined;
  const content = trim(units, colon + 1, units.length);
  const source = { from: 0, to: colon };
  const cue = { from: colon, to: colon + 1 };
  return content && { class: 'says', verb: '', cue, source, contents: [content], negated: false };
}

/** The speaker whom a sentence announces without words of theirs ("She put it this way:"). */
export function awaitedSpeaker(units: readonly Unit[]): Stretch | undefined {
  if (units.at(-1)?.text !== ':') return undefined;
  for (let at = Math.max(0, units.length - 30); at < units.length; at++) {
    const cue = cueAt(units, at);
    if (!cue || cue.passive) continue;
    if (contentAfter(units, cue)) continue;
    return subjectOf(units, cue, undefined);
  }
  return undefined;
}
