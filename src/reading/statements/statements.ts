import type { DateMention, Passage, Polarity, Statement } from '../../news/reading.ts';
import type { Span } from '../../news/span.ts';
import { weaker } from '../../news/standing.ts';
import { findStretches } from '../lines.ts';
import type { Attribution } from './attribution.ts';
import { awaitedSpeaker, findAttributions } from './attributions.ts';
import { dateSaid } from './dateSaid.ts';
import { Entities } from './entities.ts';
import { findNames } from './names.ts';
import type { Stretch } from './nounPhrase.ts';
import { lastStartingBy } from './places.ts';
import { citedIn, withinReport } from './relayed.ts';
import { findRelease } from './release.ts';
import { roleAround } from './roleOf.ts';
import type { Speaker } from './speaker.ts';
import { Speakers } from './speakers.ts';
import { anonymityIn, isOutlet } from './standing.ts';
import { tokenise } from './token.ts';
import { findTurns } from './transcript.ts';
import { foldParagraph, type Sentence, type Unit } from './units.ts';

/** What a statement takes from its attribution besides its span. */
type Voice = Omit<Statement, 'start' | 'end' | 'quoted'>;

/**
 * What the people, bodies and documents of an article say, in order and without overlap. A statement that stands in
 * quotation marks only in part counts as quoted and keeps those marks in its text; one quoted as a whole leaves them
 * out. In a transcript the labels speak; a press release speaks for the body that issued it.
 */
export function findStatements(
  text: string,
  passages: readonly Passage[],
  dates: readonly DateMention[],
  outlet: string | null = null,
): Statement[] {
  const paragraphs = findStretches(text);
  const turns = findTurns(text, paragraphs);
  const sentences = foldAll(text, paragraphs, passages);
  const names = findNames(tokenise(text, 0, text.length), sentenceStarts(text, passages));
  const quoted = sentences.flatMap(({ units }) => units.filter((unit) => unit.kind === 'quote'));
  const entities = new Entities(names, (at) => {
    const one = quoted[lastStartingBy(quoted, at)];
    return one !== undefined && at < one.end;
  });
  const nameAt = new Map(names.map((name) => [name.start, name]));
  for (const { units } of sentences) {
    units.forEach((unit, at) => {
      const name = nameAt.get(unit.start);
      if (name?.kind !== 'person') return;
      const entity = entities.find(name.name, name.start);
      if (!entity || entity.role) return;
      let to = at;
      while (to < units.length && (units[to]?.end ?? 0) <= name.end) to++;
      entity.role = roleAround(text, units, at, to);
    });
  }
  const found: Statement[] = [];
  const firsts = sentences.map(({ units }) => units[0] ?? { start: 0, end: 0 });
  const speakers = new Speakers(
    text,
    entities,
    nameAt,
    (at) => lastStartingBy(firsts, at),
    (at) => found.slice(-30).some((one) => one.start <= at && at < one.end),
  );
  if (turns.length > 0) {
    for (const { label, speech } of turns) {
      const speaker = speakers.labelled(text.slice(label.start, label.end), label.start);
      for (const span of speech)
        found.push(...spoken(passages, span, voiceOf(speaker, text.slice(label.start, label.end))));
    }
    return found;
  }
  let lastParagraph = -1;
  let voice: Voice | undefined;
  for (const { units, paragraph } of sentences) {
    for (const outermost of findAttributions(units)) {
      const attribution = deepest(text, units, outermost);
      const said = voiced(text, units, attribution, speakers, dates);
      if (!said) continue;
      voice = said;
      for (const content of attribution.contents) pushContent(found, text, units, content, voice);
      lastParagraph = paragraph;
    }
    const awaited = awaitedSpeaker(units);
    if (awaited) {
      const speaker = speakers.resolve(units, awaited);
      voice = voiceOf(speaker, slice(text, units, awaited));
    }
    if (!voice) continue;
    for (const unit of units) {
      if (unit.kind !== 'quote' || isCovered(found, unit)) continue;
      const alone = units.every((other) => other.kind !== 'word');
      const words = unit.text.split(/\s+/).length;
      const isNear = lastParagraph === paragraph;
      if (isTitle(unit.text) && !(alone && isNear)) continue;
      if (alone ? words < 2 && !isNear : words < 4 || !isNear) continue;
      pushContent(
        found,
        text,
        [unit],
        { from: 0, to: 1 },
        { ...voice, cue: null, source: null, polarity: 'asserts' },
      );
    }
  }
  const release = findRelease(text, paragraphs);
  if (release)
    found.push(
      ...released(
        text,
        passages,
        found,
        release.from,
        release.marker,
        outlet ?? entities.firstBody(),
      ),
    );
  return found.sort((one, other) => one.start - other.start);
}

/** An outlet's report of what others said is theirs, and the outlet only relays it. */
function deepest(text: string, units: readonly Unit[], attribution: Attribution): Attribution {
  const { source, contents } = attribution;
  const [content] = contents;
  if (!source || !content || contents.length > 1 || !isOutlet(slice(text, units, source)))
    return attribution;
  const within = withinReport(units, content, findAttributions);
  return within ? { ...within, via: within.via ?? source } : attribution;
}

/** Who says what an attribution holds, and on what standing. */
function voiced(
  text: string,
  units: readonly Unit[],
  attribution: Attribution,
  speakers: Speakers,
  dates: readonly DateMention[],
): Voice | undefined {
  const { source } = attribution;
  const named = source
    ? speakers.resolve(units, source, attribution.contents)
    : speakers.previous();
  if (!named || (attribution.verb === '' && named.standing === 'outlet')) return undefined;
  const date = dateSaid(units, attribution, dates);
  const cue = slice(text, units, attribution.cue);
  const polarity = polarityOf(attribution);
  const words = source ? slice(text, units, source) : null;
  const cited = citedIn(units, attribution);
  if (cited && isOutlet(named.name ?? words ?? '')) {
    const deeper = speakers.resolve(units, cited);
    return {
      ...voiceOf(deeper, slice(text, units, cited)),
      cue,
      polarity,
      date,
      via: [named.name ?? words ?? ''],
    };
  }
  const via = attribution.via ? [slice(text, units, attribution.via)] : [];
  const anonymity = named.standing === 'unnamed-official' ? anonymityIn(text, units) : undefined;
  const speaker: Speaker = anonymity
    ? { ...named, standing: weaker(named.standing, 'anonymous'), why: anonymity }
    : named;
  return { ...voiceOf(speaker, words), cue, polarity, date, via };
}

function voiceOf({ name, role, standing, why }: Speaker, source: string | null): Voice {
  return {
    speaker: name,
    role,
    source,
    standing,
    why,
    cue: null,
    polarity: 'asserts',
    date: null,
    via: [],
  };
}

function pushContent(
  found: Statement[],
  text: string,
  units: readonly Unit[],
  content: Stretch,
  voice: Voice,
): void {
  const first = units[content.from];
  const last = units[content.to - 1];
  if (!first || !last) return;
  const whole =
    content.to - content.from === 1 && first.kind === 'quote' ? first.quotation : undefined;
  const start = whole ? whole.inner.start : first.start;
  const end = whole
    ? withoutComma(text, start, whole.inner.end)
    : withBracket(text, last.end, units[content.to]?.start);
  const partly = units
    .slice(content.from, content.to)
    .some((unit) => unit.kind === 'quote' && unit.text.split(/\s+/).length > 2);
  if (end > start) found.push({ start, end, quoted: whole !== undefined || partly, ...voice });
}

/** The passages of a turn, as statements of whoever its label names. */
function spoken(passages: readonly Passage[], span: Span, voice: Voice): Statement[] {
  const found: Statement[] = [];
  for (let at = Math.max(0, lastStartingBy(passages, span.start)); at < passages.length; at++) {
    const passage = passages[at];
    if (!passage || passage.start >= span.end) break;
    const start = Math.max(passage.start, span.start);
    const end = Math.min(passage.end, span.end);
    if (end > start) found.push({ start, end, quoted: false, ...voice });
  }
  return found;
}

/** The passages of a release that quote nobody, as statements of the body that issued it. */
function released(
  text: string,
  passages: readonly Passage[],
  found: readonly Statement[],
  from: number,
  marker: string,
  body: string | null,
): Statement[] {
  const taken = [...found].sort((one, other) => one.start - other.start);
  const voice = voiceOf({ name: body, role: null, standing: 'document', why: marker }, null);
  return passages
    .filter(
      (passage) =>
        passage.start >= from && /[.!?]["”’)]?$/.test(text.slice(passage.start, passage.end)),
    )
    .filter((passage) => {
      const before = taken[lastStartingBy(taken, passage.end - 1)];
      return !before || before.end <= passage.start;
    })
    .map((passage) => ({ start: passage.start, end: passage.end, quoted: false, ...voice }));
}

function polarityOf({ class: kind, negated }: Attribution): Polarity {
  if (kind === 'denies') return 'denies';
  return kind === 'declines' || negated ? 'declines' : 'asserts';
}

/** Whether quoted words are a title ("The Art of the Deal"), which is nobody's speech. */
function isTitle(quoted: string): boolean {
  const words = quoted.match(/\p{L}[\p{L}’'-]*/gu) ?? [];
  return (
    words.length < 9 &&
    words.every((word) => /^\p{Lu}/u.test(word) || word.length < 4) &&
    !/[?!]/.test(quoted)
  );
}

function isCovered(found: readonly Statement[], unit: Unit): boolean {
  return found.slice(-12).some((one) => one.start < unit.end && unit.start < one.end);
}

function withoutComma(text: string, start: number, end: number): number {
  return end > start && text[end - 1] === ',' ? end - 1 : end;
}

/** Past brackets that follow the last word before the next. */
function withBracket(text: string, end: number, next: number | undefined): number {
  const after = text.slice(end, Math.min(next ?? end + 80, end + 80));
  return end + (/^ ?\([^()\n]*\)/.exec(after)?.[0].length ?? 0);
}

function slice(text: string, units: readonly Unit[], stretch: Stretch): string {
  return text.slice(units[stretch.from]?.start, units[stretch.to - 1]?.end);
}

function foldAll(
  text: string,
  paragraphs: readonly Span[],
  passages: readonly Passage[],
): Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  paragraphs.forEach((paragraph, number) => {
    while (from < passages.length && (passages[from]?.start ?? 0) < paragraph.start) from++;
    for (const sentence of foldParagraph(text, paragraph, number, passages, from))
      sentences.push(sentence);
  });
  return sentences;
}

/** Where sentences begin, with and without the marks that open them. */
function sentenceStarts(text: string, passages: readonly Passage[]): Set<number> {
  const starts = new Set<number>();
  for (const { start } of passages) {
    let at = start;
    starts.add(at);
    while (at < start + 4 && /[^\p{L}\p{N}]/u.test(text[at] ?? 'x')) starts.add(++at);
  }
  return starts;
}
