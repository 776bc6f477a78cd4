import { verbForms } from './cues.ts';
import { isFiniteVerb } from './noun-phrase.ts';
import type { Unit } from './units.ts';

/** Whether a comma, dash or quotation stands there, where an attribution may begin. */
export function isBreak(units: readonly Unit[], at: number): boolean {
  const unit = units[at];
  return unit !== undefined && (unit.kind === 'quote' || /^[,—–―-]+$/.test(unit.text));
}

/** Whether a clause ends there: with the sentence, at a mark or before a quotation. */
export function isEnd(units: readonly Unit[], at: number): boolean {
  const unit = units[at];
  return (
    unit === undefined ||
    (unit.kind === 'mark' && /^[.,;:!?—–―-]+$/.test(unit.text)) ||
    unit.kind === 'quote'
  );
}

/** Whether a clause that says when or why follows ("…, they said because …"). */
export function isAside(units: readonly Unit[], at: number, cue: number): boolean {
  return (
    at > cue &&
    /^(?:because|when|after|as|while|before|since|although|though)$/.test(units[at]?.lower ?? '')
  );
}

/** Whether a stretch has a verb or a quotation in it, so that it can be what was said. */
export function hasVerb(units: readonly Unit[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const unit = units[at];
    if (unit?.kind === 'quote' || isFiniteVerb(units, at)) return true;
    const form = unit && !unit.capital ? verbForms.get(unit.lower) : undefined;
    const plural = /s$/.test(units[at - 1]?.lower ?? '');
    if (at > from && ((form === 'base' && plural) || (form === 'third' && !plural))) return true;
  }
  return false;
}
