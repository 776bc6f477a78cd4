import type { DateMention, Polarity, Statement } from '../../news/reading.ts';
import { weaker } from '../../news/standing.ts';
import type { Attribution } from './attribution.ts';
import { findAttributions } from './attributions.ts';
import { dateSaid } from './date-said.ts';
import { citedIn, withinReport } from './relayed.ts';
import type { Speaker } from './speaker.ts';
import type { Speakers } from './speakers.ts';
import { anonymityIn, isOutlet } from './standing.ts';
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
  const relay = words && /\p{Lu}/u.test(words) ? words : (named.name ?? words ?? '');
  const cited = isOutlet(relay) ? citedIn(units, attribution) : undefined;
  if (cited) {
    const deeper = wordsOf(text, units, cited);
    const speaker = knownToAnOutlet(speakers.resolve(units, cited), deeper);
    return { ...voiceOf(speaker, deeper), ...said, via: [relay] };
  }
  const via = attribution.via ? [wordsOf(text, units, attribution.via)] : [];
  const speaker = withoutName(text, units, via.length > 0 ? knownToAnOutlet(named, words) : named);
  return { ...voiceOf(speaker, words), ...said, via };
}

/** An outlet's report of what others said is theirs, and the outlet only relays it. */
export function deepest(
  text: string,
  units: readonly Unit[],
  attribution: Attribution,
): Attribution {
  const { source, contents } = attribution;
  const [content] = contents;
  if (!source || !content || contents.length > 1) return attribution;
  if (!isOutlet(wordsOf(text, units, source))) return attribution;
  const within = withinReport(units, content, findAttributions);
  return within ? { ...within, via: within.via ?? source } : attribution;
}

/** Officials of no body in particular whom an outlet cites ("two officials") are known to its reporter alone. */
function knownToAnOutlet(speaker: Speaker, words: string | null): Speaker {
  const namesNobody = words !== null && /\bofficials?\b/i.test(words) && !/\p{Lu}/u.test(words);
  const isWithheld = speaker.standing === 'unnamed-official' && speaker.name === words;
  return namesNobody && isWithheld ? { ...speaker, standing: 'anonymous' } : speaker;
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
