import type { Article } from '../news/article.ts';
import type { Topic } from '../news/topic.ts';
import { type Candidate, candidatesOf } from './candidate.ts';
import { phrasesOf } from './phrases.ts';
import { sequenceOf } from './words.ts';

/**
 * What a brief is about: every group must be named, each by any of its sequences of stems. A topic is one group, its
 * aliases; of any other words each word is a group. Without groups every article is about it.
 */
export interface Subject {
  readonly groups: readonly (readonly string[])[];
}

/** An article that a brief may draw on. */
export interface Considered {
  readonly article: Article;
  /** All in it that may become a line, with how near each is to the subject. */
  readonly all: readonly Near[];
  /** How far it is about the subject: 1 where its title names it, .8 its opening, .4 later text; 0 where nothing does. */
  readonly about: number;
}

/** A candidate with its nearness to the subject: 1 where it names it, less where only text before or the article does. */
export interface Near {
  readonly candidate: Candidate;
  readonly nearness: number;
}

/** Every way in which articles name a topic, each as a sequence of stems. */
export function namesOf(topic: Topic): string[] {
  const sequences = phrasesOf(topic).map((phrase) => sequenceOf(phrase));
  return [...new Set(sequences)].filter((each) => each.trim() !== '');
}

/** Reads an article for a subject, with the stems `known` so far. */
export function consider(
  { groups }: Subject,
  article: Article,
  known: Map<string, string>,
): Considered {
  const { candidates, sequences } = candidatesOf(article, known);
  const title = sequenceOf(article.title ?? '');
  const byGroup = groups.map((names) => {
    const holds = (sequence: string) => names.some((name) => sequence.includes(name));
    const naming = new Set([...sequences.keys()].filter((place) => holds(sequences[place] ?? '')));
    const first = Math.min(...naming);
    const later = naming.size === 0 ? 0 : first < 2 ? 0.8 : Math.min(0.8, 0.3 + 0.1 * naming.size);
    return { naming, about: holds(title) ? 1 : later };
  });
  const about = byGroup.length === 0 ? 1 : Math.min(...byGroup.map((group) => group.about));
  const all = candidates.map((candidate) => {
    const near = byGroup.map((group) => nearness(candidate, group));
    const mean = near.length === 0 ? 1 : near.reduce((sum, each) => sum + each, 0) / near.length;
    return { candidate, nearness: mean };
  });
  return { article, all, about };
}

function nearness(
  { place, last }: Candidate,
  { naming, about }: { readonly naming: ReadonlySet<number>; readonly about: number },
): number {
  for (let at = place; at <= last; at += 1) if (naming.has(at)) return 1;
  return Math.max(naming.has(place - 1) ? 0.7 : 0, about * (place < 2 ? 0.9 : 0.6));
}
