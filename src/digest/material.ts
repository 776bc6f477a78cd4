import { type Candidate, candidatesOf } from '../briefing/candidate.ts';
import type { Article } from '../news/article.ts';
import type { Material } from '../news/delivery.ts';

/** Share of a statement's telling words that one earlier passage must have for it to be said before. */
const SAID_BEFORE = 0.7;
/** Articles told before that are compared with, the newest: a story's figures are carried along. */
const MOST_COMPARED = 12;

/** Finds what a candidate says beyond what a channel was told of its story; empty where it is nothing of note. */
export type NewIn = (candidate: Candidate) => readonly Material[];

/** What is new beside these articles: a statement nobody made in them, a figure or an event that none of them has. */
export function newBeside(earlier: readonly Article[]): NewIn {
  const compared = [...earlier]
    .sort((one, other) => other.arrival - one.arrival)
    .slice(0, MOST_COMPARED);
  const known = new Map<string, string>();
  const passages = compared.flatMap((article) =>
    candidatesOf(article, known).candidates.map(({ has }) => has),
  );
  const figures = new Set(
    compared.flatMap(({ reading }) => reading.figures.map(({ value }) => value)),
  );
  const events = new Set(compared.flatMap(({ reading }) => reading.events.map(({ date }) => date)));
  const texts = compared.map(({ text }) => text);
  const names = new Set(texts.flatMap(namesIn));

  // Ten piers closed in the same words are ten: what is said of a name is new with the name.
  const namesAnother = ({ article, within }: Candidate) =>
    within.some(({ start, end, quoted }) => {
      const said = article.text.slice(start, end);
      // A quotation begins with a capital, whatever its first word.
      return namesIn(quoted ? said.replace(/^\S+/, '') : said).some((name) => !names.has(name));
    });
  const isSaid = (candidate: Candidate) => {
    if (texts.some((other) => other.includes(candidate.text))) return true;
    if (namesAnother(candidate)) return false;
    const { stems, has } = candidate;
    return passages.some(
      (other) => [...has].filter((stem) => other.has(stem)).length >= SAID_BEFORE * stems.length,
    );
  };

  return (candidate) => {
    if (isSaid(candidate)) return [];
    const { article, start, end } = candidate;
    const within = (span: { readonly start: number; readonly end: number }) =>
      span.start >= start && span.end <= end;
    const overlaps = (span: { readonly start: number; readonly end: number }) =>
      span.start < end && span.end > start;
    const { reading } = article;
    const found: Material[] = [];
    if (candidate.within.length > 0) found.push('statement');
    if (reading.figures.some((figure) => within(figure) && !figures.has(figure.value)))
      found.push('figure');
    if (reading.events.some((event) => overlaps(event) && !events.has(event.date)))
      found.push('event');
    return found;
  };
}

/** Words with a capital, in lower case and without their possessive ending. */
function namesIn(text: string): string[] {
  return [...text.matchAll(/\p{Lu}[\p{L}\p{N}-]*/gu)].map(([name]) => name.toLowerCase());
}
