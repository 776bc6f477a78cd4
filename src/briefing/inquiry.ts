import type { Article } from '../news/article.ts';
import type { Topic } from '../news/topic.ts';
import { type Ask, isQuestion, understand } from './ask.ts';
import { meaningsOf } from './asking/meanings.ts';
import { isCountry } from './irregular.ts';
import { nameOf, namesSame } from './names.ts';
import { namesOf, type Subject } from './subject.ts';
import { sequenceOf, stemsOf } from './words.ts';

/** What is asked of the articles, whether by a topic's name, as a question or in any words. */
export interface Inquiry {
  /** Name of the topic; null for any other words. */
  readonly topic: string | null;
  readonly subject: Subject;
  readonly asks: readonly Ask[];
  /** Heading under which the best statements of different speakers stand; null where the asks do instead. */
  readonly voices: string | null;
  /** The one speaker whose statements are asked for, as the articles name them. */
  readonly speaker: string | null;
  /** Stems of which an article must hold one; empty where the subject says enough. */
  readonly anyOf: ReadonlySet<string>;
}

/** Understands what a brief is to be about; `topics` lend their aliases to any other words. */
export function inquiryOf(
  about: Topic | string,
  topics: readonly Topic[],
  articles: readonly Article[],
): Inquiry {
  if (typeof about !== 'string') {
    const names = namesOf(about);
    const asks = about.questions.map(({ ask, words }) => understand(ask, words, names));
    const voices = asks.length === 0 ? WHO_SAID_WHAT : null;
    return { topic: about.name, subject: { groups: [names] }, asks, ...NOTHING_MORE, voices };
  }
  const named = topics
    .map(namesOf)
    .filter((names) => names.some((name) => sequenceOf(about).includes(name)));
  if (about === '')
    return {
      topic: null,
      subject: { groups: [] },
      asks: [],
      ...NOTHING_MORE,
      voices: WHO_SAID_WHAT,
    };
  if (isQuestion(about)) return questionAbout(about, named);
  const speaker = speakerNamed(about, articles);
  const groups = [...named, ...wordsBeside(about, named.flat()).map((stem) => [` ${stem} `])];
  const voices = speaker === null ? WHO_SAID_WHAT : `What ${speaker} said`;
  return { topic: null, subject: { groups }, asks: [], ...NOTHING_MORE, voices, speaker };
}

const WHO_SAID_WHAT = 'Who said what?';
const NOTHING_MORE = { voices: null, speaker: null, anyOf: new Set<string>() };

function questionAbout(about: string, named: readonly (readonly string[])[]): Inquiry {
  const ask = understand(about, [], named.flat());
  const own = [
    ...ask.terms.map(({ stem }) => stem),
    ...stemsOf(ask.speaker ?? ''),
    ...(ask.counted ? [ask.counted] : []),
    ...stemsOf(about).filter((stem) => named.flat().includes(` ${stem} `)),
  ];
  // A plain answer need not name the topic; it must name something else of what is asked.
  const isOpen = named.length === 0 || (ask.isPlain && own.length > 0);
  const stems = isOpen ? own : [];
  const anyOf = new Set(stems.flatMap((stem) => [stem, ...meaningsOf(stem)]));
  const groups = isOpen ? [] : named;
  return { topic: null, subject: { groups }, asks: [ask], ...NOTHING_MORE, anyOf };
}

function wordsBeside(about: string, names: readonly string[]): string[] {
  let sequence = sequenceOf(about);
  for (const name of [...names].sort((a, b) => b.length - a.length))
    sequence = sequence.split(name).join(' ');
  const left = new Set(sequence.split(' '));
  return [...new Set(stemsOf(about))].filter((stem) => left.has(stem));
}

/** The fullest name of the speaker that words name and nothing else; null where they name none. */
function speakerNamed(about: string, articles: readonly Article[]): string | null {
  const asked = nameOf(about);
  // "china" asks about China, whatever its embassy says.
  if (asked.trim().split(' ').every(isCountry)) return null;
  let fullest: string | null = null;
  for (const { reading } of articles)
    for (const { speaker } of reading.statements)
      if (speaker !== null && isOneName(speaker) && namesSame(asked, nameOf(speaker)))
        if (
          fullest === null ||
          speaker.length > fullest.length ||
          (speaker.length === fullest.length && speaker < fullest)
        )
          fullest = speaker;
  return fullest;
}

/** True for a person's name: two to four capitalised words and nothing else. */
function isOneName(speaker: string): boolean {
  return /^(?:\p{Lu}[\p{L}.'’-]*\s+){0,4}\p{Lu}[\p{L}.'’-]+$/u.test(speaker);
}
