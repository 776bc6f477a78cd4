import type { Article } from '../../news/article.ts';
import { stem } from '../stem.ts';
import { wordsOf } from '../words.ts';
import type { Clue } from './clues.ts';

/** How well a clue is named by another word for it, and by who is said to speak. */
const ALIKE = 0.85;
const SPOKEN = 0.9;

/** Words as a clue is looked for in them. */
interface Text {
  readonly stems: ReadonlySet<string>;
  /** Stems of its words with a capital or a digit, each with its word. */
  readonly names: ReadonlyMap<string, string>;
  /** Stems of its words without, its first word among them. */
  readonly small: ReadonlySet<string>;
  readonly sequence: string;
}

/** An article whose passages are ready to be looked through for clues. */
export interface Indexed {
  readonly article: Article;
  readonly passages: readonly Text[];
  readonly title: Text;
  /** By passage: who speaks in it. */
  readonly speakers: readonly Text[];
}

/** Where in an article a clue is named, and how well, from 0 to 1. */
export interface Naming {
  /** By passage: in the question's own words, by a name in full, or by who speaks. */
  readonly exact: readonly number[];
  /** By passage: in those or in other words. */
  readonly inAnyWords: readonly number[];
  readonly title: number;
  /** Anywhere in it, its day of publication included. */
  readonly article: number;
}

/** Reads an article for clues, with the stems `known` so far. */
export function indexed(article: Article, known: Map<string, string>): Indexed {
  const { title, text, reading } = article;
  return {
    article,
    passages: reading.passages.map(({ start, end }) => textOf(text.slice(start, end), known)),
    title: textOf(title ?? '', known),
    speakers: speakersIn(article, known),
  };
}

function textOf(words: string, known: Map<string, string>): Text {
  const stems = new Set<string>();
  const names = new Map<string, string>();
  const small = new Set<string>();
  let sequence = ' ';
  for (const { word, start } of wordsOf(words)) {
    const one = known.get(word) ?? stem(word);
    known.set(word, one);
    sequence += `${one} `;
    const isName = /[\p{Lu}\p{N}]/u.test(words.charAt(start));
    if (isName) names.set(one, word);
    if (!isName || stems.size === 0) small.add(one);
    stems.add(one);
  }
  return { stems, names, small, sequence };
}

function speakersIn({ reading }: Article, known: Map<string, string>): Text[] {
  const speakers = reading.passages.map(() => '');
  let first = 0;
  for (const { speaker, role, via, start, end } of reading.statements) {
    while ((reading.passages[first]?.end ?? start + 1) <= start) first += 1;
    if (speaker === null) continue;
    const words = [speaker, role, ...via].filter(Boolean).join(', ');
    for (let at = first; (reading.passages[at]?.start ?? end) < end; at += 1)
      speakers[at] += `${words}. `;
  }
  return speakers.map((words) => textOf(words, known));
}

/** Where an article names a clue. */
export function namingOf(clue: Clue, { article, passages, title, speakers }: Indexed): Naming {
  const exact: number[] = passages.map((passage) => (isNamed(clue, passage) ? 1 : 0));
  if (clue.days !== undefined) {
    for (const date of article.reading.dates)
      if (date.value.split('/').some((value) => clue.days?.test(value)))
        for (const [at, { start, end }] of article.reading.passages.entries())
          if (date.start >= start && date.end <= end) exact[at] = 1;
    const onDay = clue.days.test(article.publishedAt ?? '') ? 1 : 0;
    return { exact, inAnyWords: exact, title: onDay, article: Math.max(onDay, ...exact) };
  }
  if (isGivenInFull(clue, passages, title)) {
    const last = clue.whole?.trim().split(' ').at(-1) ?? '';
    for (const [at, { names }] of passages.entries()) if (names.has(last)) exact[at] = 1;
  }
  for (const [at, words] of speakers.entries())
    if (exact[at] === 0 && clue.kind !== 'number' && isNamed(clue, words)) exact[at] = SPOKEN;
  const inAnyWords = passages.map((passage, at) =>
    Math.max(exact[at] ?? 0, namedOtherwise(clue, passage)),
  );
  return {
    exact,
    inAnyWords,
    title: isNamed(clue, title) ? 1 : namedOtherwise(clue, title),
    article: Math.max(0, ...inAnyWords),
  };
}

/** True where an article has "Susan Rice" in full: its "Rice" is her. */
function isGivenInFull({ whole }: Clue, passages: readonly Text[], title: Text): boolean {
  return (
    whole !== undefined && [title, ...passages].some(({ sequence }) => sequence.includes(whole))
  );
}

/** A "State Department" is no departure, though both have one stem; a "Strategic Dialogue" is a dialogue. */
function isNamed(clue: Clue, { stems, names, small, sequence }: Text): boolean {
  if (clue.kind === 'word') {
    const name = names.get(clue.stem);
    const isSame = name !== undefined && Math.abs(name.length - clue.typed.length) <= 2;
    return small.has(clue.stem) || isSame;
  }
  return (
    (clue.kind === 'name' ? names.has(clue.stem) : stems.has(clue.stem)) ||
    clue.sequences.some((full) => sequence.includes(full))
  );
}

function namedOtherwise({ kind, others }: Clue, { names, small }: Text): number {
  if (kind === 'name') return others.some((other) => names.has(other)) ? 1 : 0;
  return others.some((other) => small.has(other)) ? ALIKE : 0;
}
