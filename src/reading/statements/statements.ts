import type { DateMention, Passage, Statement } from '../../news/reading.ts';
import type { Span } from '../../news/span.ts';
import { findStretches } from '../lines.ts';
import { findAttributions } from './attributions.ts';
import { contentSpan } from './content-span.ts';
import { awaitedSpeaker } from './labelled.ts';
import { releasedBy, spokenThroughout } from './own-words.ts';
import { lastStartingBy } from './places.ts';
import { findRelease } from './release.ts';
import { Speakers } from './speakers.ts';
import { type Token, tokenise } from './token.ts';
import { findTurns, type Turn } from './transcript.ts';
import { unattributed } from './unattributed.ts';
import { foldParagraph, type Sentence, wordsOf } from './units.ts';
import { deepest, type Voice, voiceIn, voiceOf } from './voice.ts';
import { whoIsWho } from './who-is-who.ts';

const lookedBack = 30;

/**
 * What the people, bodies and documents of an article say, in order and without overlap: quotations are found and
 * folded, cues and the clauses around them read (O'Keefe and others 2012; Pareti 2015), and every speaker resolved in
 * sieves from the surest to the least sure (Muzny and others 2017). Statements are attributions as PolNeAR defines them
 * (Newell, Margolin and Ruths 2018), outermost only. A statement that stands in quotation marks only in part counts as
 * quoted and keeps those marks in its text; one quoted as a whole leaves them out. In a transcript the labels speak; a
 * press release speaks for the body that issued it: `outlet`, or else the first body it names.
 */
export function findStatements(
  text: string,
  passages: readonly Passage[],
  dates: readonly DateMention[],
  outlet: string | null,
): Statement[] {
  const paragraphs = findStretches(text);
  const tokens = tokenise(text);
  const sentences = foldAll(text, paragraphs, passages, tokens);
  const firsts = sentences.map(({ units }) => units[0] ?? { start: 0 });
  const { entities, names } = whoIsWho(text, passages, tokens, sentences);
  const found: Statement[] = [];
  const speakers = new Speakers(
    text,
    entities,
    names,
    (place) => lastStartingBy(firsts, place),
    (place) => found.slice(-lookedBack).some((one) => one.start <= place && place < one.end),
  );
  const turns = findTurns(text, paragraphs);
  if (turns.length > 0) return fromTurns(text, passages, turns, speakers);
  fromSentences(text, sentences, dates, speakers, found);
  const release = findRelease(text, paragraphs);
  if (release) {
    const body = outlet ?? entities.firstBody();
    for (const statement of releasedBy(body, release, text, passages, found)) found.push(statement);
  }
  return found.sort((one, other) => one.start - other.start);
}

/** Adds the statements of each sentence to `found`, in which `speakers` looks to tell what has been said already. */
function fromSentences(
  text: string,
  sentences: readonly Sentence[],
  dates: readonly DateMention[],
  speakers: Speakers,
  found: Statement[],
): void {
  let voice: Voice | undefined;
  let spokenIn = -1;
  for (const { units, paragraph } of sentences) {
    for (const outermost of findAttributions(units)) {
      const attribution = deepest(units, outermost, speakers);
      const heard = voiceIn(text, units, attribution, speakers, dates);
      if (!heard) continue;
      voice = heard;
      spokenIn = paragraph;
      for (const content of attribution.contents) {
        const span = contentSpan(text, units, content);
        if (span) found.push({ ...span, ...heard });
      }
    }
    const awaited = awaitedSpeaker(units);
    if (awaited) voice = voiceOf(speakers.resolve(units, awaited), wordsOf(text, units, awaited));
    if (!voice) continue;
    for (const quotation of unattributed(units, found, spokenIn === paragraph)) {
      const span = contentSpan(text, [quotation], { from: 0, to: 1 });
      if (span) found.push({ ...span, ...voice, source: null, cue: null, polarity: 'asserts' });
    }
  }
}

function fromTurns(
  text: string,
  passages: readonly Passage[],
  turns: readonly Turn[],
  speakers: Speakers,
): Statement[] {
  return turns.flatMap(({ label, speech }) => {
    const words = text.slice(label.start, label.end);
    const voice = voiceOf(speakers.labelled(words, label.start), words);
    return speech.flatMap((span) => spokenThroughout(passages, span, voice));
  });
}

function foldAll(
  text: string,
  paragraphs: readonly Span[],
  passages: readonly Passage[],
  tokens: readonly Token[],
): Sentence[] {
  let from = 0;
  let token = 0;
  return paragraphs.flatMap((paragraph, number) => {
    while (from < passages.length && (passages[from]?.start ?? 0) < paragraph.start) from++;
    const first = token;
    while (token < tokens.length && (tokens[token]?.start ?? 0) < paragraph.end) token++;
    return foldParagraph(text, paragraph, number, passages, from, tokens.slice(first, token));
  });
}
