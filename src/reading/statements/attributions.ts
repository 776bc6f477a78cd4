import type { Attribution } from './attribution.ts';
import { contentAfter, skipAdverbials } from './contentAfter.ts';
import { type CueAt, cueAt } from './cueAt.ts';
import { verbForms } from './cues.ts';
import { lightVerb, nominal } from './nominal.ts';
import { isFiniteVerb, phraseBefore, phraseFrom, type Stretch } from './nounPhrase.ts';
import { relayed } from './relayed.ts';
import { standingOf } from './standing.ts';
import { trim } from './trim.ts';
import type { Unit } from './units.ts';
import {
  auxiliaries,
  clauseOpeners,
  isAdverb,
  openers,
  prepositions,
  pronouns,
  relatives,
} from './words.ts';

/**
 * Who said what in one sentence, outermost first: attributions after their content ("…, he said"), then, in what
 * these leave, attributions before it ("he said that …", "according to …"). Follows the cue–source–content scheme of
 * Pareti (2015) and PolNeAR (Newell, Margolin and Ruths 2018).
 */
export function findAttributions(units: readonly Unit[]): Attribution[] {
  const found: Attribution[] = [];
  let anchor = 0;
  for (let at = 0; at < units.length; at++) {
    const attribution = according(units, at, anchor) ?? trailing(units, at, anchor);
    if (!attribution) continue;
    const before = found.at(-1);
    if (before && attribution.verb === 'according' && !hasVerb(units, anchor, at)) {
      found[found.length - 1] = { ...before, via: attribution.source };
      anchor = attribution.source?.to ?? anchor;
      continue;
    }
    found.push(attribution);
    anchor = Math.max(
      attribution.cue.to,
      attribution.source?.to ?? 0,
      ...attribution.contents.map((c) => c.to),
    );
    at = Math.max(at, anchor - 1);
  }
  if (found.length === 0) {
    const signature = signed(units) ?? labelled(units);
    if (signature) return [signature];
  }
  const covered = coverage(units.length, found);
  const after = [...found];
  let passed = 0;
  let last: Attribution | undefined;
  for (let at = 0; at < units.length; at++) {
    if (after[passed]?.cue.from === at) last = after[passed++];
    if (covered[at]) continue;
    const attribution =
      relayed(units, at) ?? lightVerb(units, at) ?? leading(units, at, last) ?? nominal(units, at);
    if (!attribution) continue;
    const content = attribution.contents[0];
    if (!content) continue;
    let to = content.from;
    while (to < content.to && !covered[to]) covered[to++] = 1;
    if (to === content.from) continue;
    last = { ...attribution, contents: [{ from: content.from, to }] };
    found.push(last);
  }
  return found;
}

function coverage(length: number, found: readonly Attribution[]): Uint8Array {
  const covered = new Uint8Array(length);
  for (const { cue, source, contents } of found) {
    for (const stretch of [cue, source, ...contents]) {
      if (stretch) covered.fill(1, stretch.from, stretch.to);
    }
  }
  return covered;
}

/** A quotation with its speaker's name after a dash, and nothing else ("“…” — Jane Roe"). */
function signed(units: readonly Unit[]): Attribution | undefined {
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

/** "X: …" at the start of a sentence. */
function labelled(units: readonly Unit[]): Attribution | undefined {
  const colon = units.findIndex((unit, at) => at < 8 && unit.text === ':');
  if (colon < 1 || colon > 4 || !units.slice(0, colon).every((unit) => unit.capital))
    return undefined;
  if (units.length - colon < 4) return undefined;
  const content = trim(units, colon + 1, units.length);
  const source = { from: 0, to: colon };
  const cue = { from: colon, to: colon + 1 };
  return content && { class: 'says', verb: '', cue, source, contents: [content], negated: false };
}

/** "…, according to X" and "According to X, …". */
function according(units: readonly Unit[], at: number, anchor: number): Attribution | undefined {
  const isPer = units[at]?.lower === 'per' && isBreak(units, at - 1);
  if (!isPer && (units[at]?.lower !== 'according' || units[at + 1]?.lower !== 'to'))
    return undefined;
  const width = isPer ? 1 : 2;
  const source = phraseFrom(units, at + width);
  if (!source || (isPer && !isEnd(units, source.to))) return undefined;
  const base = {
    class: 'says',
    verb: 'according',
    cue: { from: at, to: at + width },
    source,
    negated: false,
  } as const;
  const isFirst = at === anchor || (at === anchor + 1 && openers.has(units[anchor]?.lower ?? ''));
  if (!isFirst) {
    const content = trim(units, anchor, at);
    return content ? { ...base, contents: [content] } : undefined;
  }
  let from = source.to;
  while (from < units.length && units[from]?.text !== ',') from++;
  const content = trim(units, from + 1, units.length);
  return content ? { ...base, contents: [content] } : undefined;
}

/** "…, X said" and "…, said X", with what goes on after it. */
function trailing(units: readonly Unit[], at: number, anchor: number): Attribution | undefined {
  const cue = cueAt(units, at);
  if (!cue || cue.participle || cue.infinitive || cue.passive) return undefined;
  if (!cue.frames.has('clause') && !cue.frames.has('quote')) return undefined;
  const source = sourceAround(units, cue, anchor);
  if (!source) return undefined;
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

function phraseBeforeAppositive(
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

function isBreak(units: readonly Unit[], at: number): boolean {
  const unit = units[at];
  return unit !== undefined && (unit.kind === 'quote' || /^[,—–―-]+$/.test(unit.text));
}

function isEnd(units: readonly Unit[], at: number): boolean {
  const unit = units[at];
  return (
    unit === undefined ||
    (unit.kind === 'mark' && /^[.,;:!?—–―-]+$/.test(unit.text)) ||
    unit.kind === 'quote'
  );
}

/** Whether a clause that says when or why follows ("…, they said because …"). */
function isAside(units: readonly Unit[], at: number, cue: number): boolean {
  return (
    at > cue &&
    /^(?:because|when|after|as|while|before|since|although|though)$/.test(units[at]?.lower ?? '')
  );
}

function hasVerb(units: readonly Unit[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const unit = units[at];
    if (unit?.kind === 'quote' || isFiniteVerb(units, at)) return true;
    const form = unit && !unit.capital ? verbForms.get(unit.lower) : undefined;
    const plural = /s$/.test(units[at - 1]?.lower ?? '');
    if (at > from && ((form === 'base' && plural) || (form === 'third' && !plural))) return true;
  }
  return false;
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

/** "X said that …", "X, who said …", "…, adding that …". */
function leading(
  units: readonly Unit[],
  at: number,
  last: Attribution | undefined,
): Attribution | undefined {
  const cue = cueAt(units, at);
  if (!cue || cue.passive || (cue.infinitive && !speaksOn(units, cue))) return undefined;
  if (at === 0 && cue.form !== 'ing')
    return cue.class === 'says' ? inverted(units, cue) : undefined;
  const content = contentAfter(units, cue);
  if (!content) return undefined;
  const trimmed = trim(units, content.from, content.to);
  if (!trimmed || tellsNothing(units, cue, trimmed)) return undefined;
  const source = subjectOf(units, cue, last);
  if (!source) return undefined;
  return {
    class: cue.class,
    verb: cue.verb,
    cue: { from: cue.from, to: cue.to },
    source,
    contents: [trimmed],
    negated: cue.negated,
  };
}

/** "Said X: …" */
function inverted(units: readonly Unit[], cue: CueAt): Attribution | undefined {
  const source = phraseFrom(units, cue.to);
  if (!source || !/^[:,]$/.test(units[source.to]?.text ?? '')) return undefined;
  const quote = units.findIndex(
    (unit, at) => at > source.to && (unit.kind === 'quote' || unit.text === ':'),
  );
  const content = quote < 0 ? undefined : trim(units, quote, units.length);
  if (!content) return undefined;
  const { verb, from, to } = cue;
  return { class: cue.class, verb, cue: { from, to }, source, contents: [content], negated: false };
}

/** Whether an infinitive goes on after a verb that leaves the speaking to it ("went on to say that …"). */
function speaksOn(units: readonly Unit[], cue: CueAt): boolean {
  const before = units[cue.from - 1]?.lower ?? '';
  return verbForms.has(before) || before === 'on';
}

/** The words for whoever does what a cue verb says. */
function subjectOf(
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
    return phraseBefore(units, cue.from - (comma ? 2 : 1));
  }
  if (before.text === ',')
    return phraseBeforeAppositive(units, cue.from, 0) ?? sentenceSubject(units, cue.from);
  return ownSubject(units, cue.from) ?? sentenceSubject(units, cue.from);
}

/** The noun phrase right before a verb, where it is no time and no end of a relative clause. */
function ownSubject(units: readonly Unit[], verb: number): Stretch | undefined {
  let phrase = phraseBefore(units, verb);
  if (phrase && spans.has(units[phrase.to - 1]?.lower ?? ''))
    phrase = phraseBefore(units, phrase.from);
  const before = phrase && units[phrase.from - 1]?.lower;
  return before && (auxiliaries.has(before) || before === 'not') ? undefined : phrase;
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

/** Whether whom somebody cites is nobody with a name ("cited two officials"). */
function isUnnamed(units: readonly Unit[], { from, to }: Stretch): boolean {
  const phrase = phraseFrom(units, from);
  const words = units.slice(from, Math.min(to, phrase?.to ?? to)).map((unit) => unit.lower);
  const { standing } = standingOf(words, words.join(' '));
  return standing === 'unnamed-official' || standing === 'anonymous';
}

const pointers = new Set('this that these those such it them him her so'.split(' '));
const told = new Set(
  'discuss mention address detail outline describe note cite report announce reveal disclose'.split(
    ' ',
  ),
);

/** Whether nothing is said: a mere pointer to something said elsewhere ("echoed those claims"), or a telling denied ("did not discuss …"). */
function tellsNothing(units: readonly Unit[], cue: CueAt, { from, to }: Stretch): boolean {
  if (cue.negated && (told.has(cue.verb) || cue.class === 'judges')) return true;
  if (cue.verb === 'cite' && (cue.participle || isUnnamed(units, { from, to }))) return true;
  if (cue.verb === 'call' && units[phraseFrom(units, from)?.to ?? to]?.lower === 'to') return true;
  return (
    to - from < 3 &&
    pointers.has(units[from]?.lower ?? '') &&
    !units.slice(from, to).some((unit) => unit.kind === 'quote')
  );
}
