import { skipAdverbials } from './adverbials.ts';
import type { Attribution } from './attribution.ts';
import { hasVerb, isAside, isBreak, isEnd } from './clause-edges.ts';
import { type CueAt, cueAt } from './cue-at.ts';
import { verbForms } from './cues.ts';
import { isFiniteVerb, phraseFrom } from './noun-phrase.ts';
import { isSilence } from './silence.ts';
import type { Stretch } from './stretch.ts';
import { isNobody, phraseBeforeAppositive } from './subjects.ts';
import { trim } from './trim.ts';
import type { Unit } from './units.ts';
import { clauseOpeners, openers, prepositions } from './words.ts';

/** "…, X said" and "…, said X", with what goes on after it. */
export function trailing(
  units: readonly Unit[],
  at: number,
  anchor: number,
): Attribution | undefined {
  const cue = cueAt(units, at);
  if (!cue || cue.participle || cue.infinitive || cue.passive || isSilence(cue)) return undefined;
  if (!cue.frames.has('clause') && !cue.frames.has('quote')) return undefined;
  const source = sourceAround(units, cue, anchor);
  if (!source || isNobody(units, source.phrase)) return undefined;
  const content = trim(units, anchor, source.contentEnd);
  if (!content) return undefined;
  const after = interrupted(units, source.end, content);
  if (!standsAlone(units, content) && !(after && resumes(units, content, after))) return undefined;
  const contents = after ? [content, after] : [content];
  return {
    class: cue.class,
    verb: cue.verb,
    cue: { from: cue.from, to: cue.to },
    source: source.phrase,
    contents,
    negated: cue.negated,
  };
}

interface Around {
  readonly phrase: Stretch;
  /** Where the content before ends. */
  readonly contentEnd: number;
  /** Where the attribution ends. */
  readonly end: number;
}

/** The speaker of an attribution after its content, before the cue or after it. */
function sourceAround(units: readonly Unit[], cue: CueAt, anchor: number): Around | undefined {
  return speakerAfter(units, cue, anchor) ?? speakerBefore(units, cue, anchor);
}

/** "…, said X" */
function speakerAfter(units: readonly Unit[], cue: CueAt, anchor: number): Around | undefined {
  if (isBreak(units, cue.from - 1) && cue.from === cue.at) {
    const phrase = phraseFrom(units, cue.to);
    if (!phrase) return undefined;
    const afterQuote =
      units[cue.from - 1]?.kind === 'quote' || units[cue.from - 2]?.kind === 'quote';
    if (isFiniteVerb(units, phrase.to) && !afterQuote) return undefined;
    if (!afterQuote && cue.from - 1 <= anchor) return undefined;
    const end = skipAdverbials(units, phrase.to);
    if (!afterQuote && !isEnd(units, end)) return undefined;
    if (!afterQuote && !hasVerb(units, anchor, cue.from)) return undefined;
    return { phrase, contentEnd: cue.from, end };
  }
  return undefined;
}

/** "…, X said" */
function speakerBefore(units: readonly Unit[], cue: CueAt, anchor: number): Around | undefined {
  const phrase = phraseBeforeAppositive(units, cue.from, anchor);
  if (!phrase || !isBreak(units, phrase.from - 1)) return undefined;
  let at = cue.to;
  if (cue.frames.has('hearer')) at = phraseFrom(units, at)?.to ?? at;
  const end = skipAdverbials(units, at);
  const quoteBefore =
    units[phrase.from - 1]?.kind === 'quote' || units[phrase.from - 2]?.kind === 'quote';
  if (!isEnd(units, end) && !isAside(units, end, cue.to) && !(quoteBefore && end > cue.to))
    return undefined;
  if (units[end]?.text === ':') return undefined;
  if (units[end]?.text === ',' && units[end + 1]?.lower === 'that') return undefined;
  if (!quoteBefore && units[end]?.text === ',' && units[end + 1]?.kind === 'quote')
    return undefined;
  return { phrase, contentEnd: phrase.from, end };
}

/** Whether what stands before an attribution can be what was said, and is no mere "On Monday". */
function standsAlone(units: readonly Unit[], content: Stretch): boolean {
  if (hasVerb(units, content.from, content.to)) return !startsAside(units, content);
  const first = units[content.from]?.lower ?? '';
  return content.to - content.from > 3 && !prepositions.has(first) && !openers.has(first);
}

function startsAside(units: readonly Unit[], { from, to }: Stretch): boolean {
  for (let at = from; at < to; at++)
    if (units[at]?.kind === 'quote' || units[at]?.text === ',') return false;
  return /^(?:as|when|while|after|before|if|since|asked|although|though|because)$/.test(
    units[from]?.lower ?? '',
  );
}

/** Whether words before and after an attribution make one clause ("The deal, he said, would fail"). */
function resumes(units: readonly Unit[], before: Stretch, after: Stretch): boolean {
  const first = units[before.from]?.lower ?? '';
  const resumed =
    verbForms.get(units[after.from]?.lower ?? '') ??
    (isFiniteVerb(units, after.from) ? 'past' : 'ing');
  return (
    resumed !== 'ing' && resumed !== 'base' && !prepositions.has(first) && !clauseOpeners.has(first)
  );
}

/** What goes on after "…, he said,". */
function interrupted(units: readonly Unit[], end: number, before: Stretch): Stretch | undefined {
  let at = end;
  while (/^(?:[,—–-]|and|but|that|or)$/.test(units[at]?.text ?? '')) at++;
  const quotedBefore = units[before.to - 1]?.kind === 'quote';
  if (units[at]?.kind === 'quote' && at > end) return { from: at, to: at + 1 };
  if (
    at > end &&
    units[at - 1]?.kind === 'mark' &&
    !quotedBefore &&
    !hasVerb(units, before.from, before.to)
  )
    return trim(units, at, units.length);
  return undefined;
}
