import type { DateMention, Passage, Polarity, Statement } from '../../news/reading.ts';
import { findStretches } from '../lines.ts';
import type { Attribution } from './attribution.ts';
import { awaitedSpeaker, findAttributions } from './attributions.ts';
import { Entities } from './entities.ts';
import { findNames } from './names.ts';
import type { Stretch } from './nounPhrase.ts';
import { roleAround } from './roleOf.ts';
import type { Speaker } from './speaker.ts';
import { Speakers } from './speakers.ts';
import { tokenise } from './token.ts';
import { foldParagraph, type Sentence, type Unit } from './units.ts';

/**
 * What the people, bodies and documents of an article say, in order. A statement that stands in quotation marks only
 * in part counts as quoted and keeps those marks in its text; one quoted as a whole leaves them out.
 */
export function findStatements(
  text: string,
  passages: readonly Passage[],
  _dates: readonly DateMention[],
): Statement[] {
  const sentences = foldAll(text, passages);
  const tokens = tokenise(text, 0, text.length);
  const names = findNames(tokens, sentenceStarts(text, passages));
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
  let paragraph = -1;
  let lastParagraph = -1;
  for (const sentence of sentences) {
    const attributions = findAttributions(sentence.units);
    for (const attribution of attributions) {
      const speaker = attribution.source
        ? speakers.resolve(sentence.units, attribution.source)
        : speakers.previous();
      if (!speaker) continue;
      for (const content of attribution.contents) {
        push(found, text, sentence.units, content, attribution, speaker);
      }
      lastParagraph = sentence.paragraph;
    }
    const awaited = awaitedSpeaker(sentence.units);
    if (awaited) speakers.resolve(sentence.units, awaited);
    const speaker = speakers.previous();
    if (speaker) {
      for (const unit of sentence.units) {
        if (unit.kind !== 'quote' || isCovered(found, unit) || unit.text.split(/\s+/).length < 4)
          continue;
        const alone = sentence.units.every((other) => other.kind !== 'word');
        if (!alone && lastParagraph !== sentence.paragraph) continue;
        pushQuote(found, text, unit, speaker);
      }
    }
    paragraph = sentence.paragraph;
  }
  void paragraph;
  return found.sort((one, other) => one.start - other.start);
}

/** Whether quoted words are a title ("The Art of the Deal"), which is nobody's speech. */
function isTitle(quoted: string): boolean {
  const words = quoted.match(/\p{L}[\p{L}’'-]*/gu) ?? [];
  return words.length < 9 && words.every((word) => /^\p{Lu}/u.test(word) || word.length < 4) && !/[?!]/.test(quoted);
}

function isCovered(found: readonly Statement[], unit: Unit): boolean {
  return found.slice(-12).some((one) => one.start < unit.end && unit.start < one.end);
}

function pushQuote(found: Statement[], text: string, unit: Unit, speaker: Speaker): void {
  if (unit.kind !== 'quote') return;
  const { start } = unit.quotation.inner;
  const end = withoutComma(text, start, unit.quotation.inner.end);
  if (end <= start) return;
  found.push({
    start,
    end,
    quoted: true,
    speaker: speaker.name,
    role: speaker.role,
    source: null,
    standing: speaker.standing,
    why: speaker.why,
    cue: null,
    polarity: 'asserts',
    date: null,
    via: [],
  });
}

function push(
  found: Statement[],
  text: string,
  units: readonly Unit[],
  content: Stretch,
  attribution: Attribution,
  speaker: Speaker,
): void {
  const first = units[content.from];
  const last = units[content.to - 1];
  if (!first || !last) return;
  const only = content.to - content.from === 1 ? first : undefined;
  const whole = only?.kind === 'quote';
  const start = only?.kind === 'quote' ? only.quotation.inner.start : first.start;
  const end =
    only?.kind === 'quote' ? withoutComma(text, start, only.quotation.inner.end) : last.end;
  if (end <= start) return;
  const partly = units
    .slice(content.from, content.to)
    .some((unit) => unit.kind === 'quote' && unit.text.split(/\s+/).length > 2);
  const cue = { first: units[attribution.cue.from], last: units[attribution.cue.to - 1] };
  const source = attribution.source;
  found.push({
    start,
    end,
    quoted: whole || partly,
    speaker: speaker.name,
    role: speaker.role,
    source: source ? text.slice(units[source.from]?.start, units[source.to - 1]?.end) : null,
    standing: speaker.standing,
    why: speaker.why,
    cue: cue.first && cue.last ? text.slice(cue.first.start, cue.last.end) : null,
    polarity: polarityOf(attribution),
    date: null,
    via: [],
  });
}

function polarityOf({ class: kind, negated }: Attribution): Polarity {
  if (kind === 'denies') return 'denies';
  if (kind === 'declines' || negated) return 'declines';
  return 'asserts';
}

function withoutComma(text: string, start: number, end: number): number {
  return end > start && text[end - 1] === ',' ? end - 1 : end;
}

function foldAll(text: string, passages: readonly Passage[]): Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  findStretches(text).forEach((paragraph, number) => {
    while (from < passages.length && (passages[from]?.start ?? 0) < paragraph.start) from++;
    sentences.push(...foldParagraph(text, paragraph, number, passages, from));
  });
  return sentences;
}

/** Index of the last span that starts at or before a place, of spans in order; -1 where none does. */
function lastStartingBy(spans: readonly { readonly start: number }[], at: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
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
