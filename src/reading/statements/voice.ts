import type { DateMention, Polarity, Statement } from '../../news/reading.ts';
import { weaker } from '../../news/standing.ts';
import type { Attribution } from './attribution.ts';
import { findAttributions } from './attributions.ts';
import { dateSaid } from './date-said.ts';
import { citedIn, reportedIn, withinReport } from './relayed.ts';
import { relayingOutlet } from './relaying-outlet.ts';
import type { Speaker } from './speaker.ts';
import type { Speakers } from './speakers.ts';
import { anonymityIn, documents, headOf } from './standing.ts';
import { type Unit, wordsOf } from './units.ts';

/** All of a statement but its place: who says it, on what standing, how and when. */
export type Voice = Omit<Statement, 'start' | 'end' | 'quoted'>;

/** The voice of a speaker who says something without cue or day. */
export function voiceOf({ name, role, standing, why }: Speaker, source: string | null): Voice {
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

/** The voice of an attribution; undefined where nobody can be told. Of a chain of sources the weakest counts. */
export function voiceIn(
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
  const said = {
    cue: wordsOf(text, units, attribution.cue),
    polarity: polarityOf(attribution),
    date: dateSaid(units, attribution, dates),
  };
  const words = source ? wordsOf(text, units, source) : null;
  if (named.isOutlet) {
    const cited = citedIn(units, attribution) ?? reportedIn(units, attribution);
    if (!cited) return { ...voiceOf(named, words), ...said };
    const relay = words && /\p{Lu}/u.test(words) ? words : (named.name ?? words ?? '');
    const deeper = wordsOf(text, units, cited);
    const speaker = knownToAnOutlet(speakers.resolve(units, cited), deeper);
    return { ...voiceOf(speaker, deeper), ...said, via: [relay] };
  }
  const relay = attribution.via ?? relayingOutlet(units, attribution, isWithheld(named), speakers);
  const via = relay ? [wordsOf(text, units, relay)] : [];
  const speaker = withoutName(text, units, relay ? knownToAnOutlet(named, words) : named);
  return { ...voiceOf(speaker, words), ...said, via };
}

/** An outlet's report of what others said is theirs, and the outlet only relays it. */
export function deepest(
  units: readonly Unit[],
  attribution: Attribution,
  speakers: Speakers,
): Attribution {
  const { source, contents } = attribution;
  const [content] = contents;
  if (!source || !content || contents.length > 1) return attribution;
  const relays = speakers.isOutlet(units, source) || isRecord(units, attribution);
  if (!relays) return attribution;
  const within = withinReport(units, content, findAttributions);
  return within ? { ...within, via: within.via ?? source } : attribution;
}

/** Whether a document, and not who wrote it, is what words are taken from ("…, according to a record of the talks"). */
function isRecord(units: readonly Unit[], { verb, source }: Attribution): boolean {
  if (verb !== 'according' || !source) return false;
  return documents.has(headOf(units.slice(source.from, source.to).map((unit) => unit.lower)));
}

const nation =
  /\b(?:U\.S\.|US|U\.K\.|UK|\p{Lu}[a-z]{2,}(?:ese|ish|ian|ans?|ench|utch)|Western)\s/gu;

function isWithheld({ standing }: Speaker): boolean {
  return standing === 'anonymous' || standing === 'unnamed-official';
}

/** Officials of no body in particular whom an outlet cites ("two officials") are known to its reporter alone. */
function knownToAnOutlet(speaker: Speaker, words: string | null): Speaker {
  const plain = words?.replace(nation, '').replace(/^\p{Lu}/u, (letter) => letter.toLowerCase());
  const namesNobody = plain !== undefined && /\bofficials?\b/.test(plain) && !/\p{Lu}/u.test(plain);
  const isDescribed = speaker.standing === 'unnamed-official' && speaker.name === words;
  return namesNobody && isDescribed ? { ...speaker, standing: 'anonymous' } : speaker;
}

/** An official who speaks on condition of anonymity speaks for no office. */
function withoutName(text: string, units: readonly Unit[], speaker: Speaker): Speaker {
  if (speaker.standing !== 'unnamed-official') return speaker;
  const why = anonymityIn(text, units);
  return why ? { ...speaker, standing: weaker(speaker.standing, 'anonymous'), why } : speaker;
}

function polarityOf({ class: kind, negated }: Attribution): Polarity {
  if (kind === 'denies') return 'denies';
  return kind === 'declines' || negated ? 'declines' : 'asserts';
}
