import type { NewArticle } from '../../src/corpus/corpus.ts';
import { note } from '../digest/articles.ts';

/** An article that no other is about the same as. */
export function pierNews(n: number): NewArticle {
  return {
    ...note(`a${n}`, `The council of pier ${pierName(n)} met on Monday.`),
    title: `Pier ${pierName(n)} is closed`,
  };
}

/** A word that no other article has. */
export function pierName(n: number): string {
  return `Q${[...String(n)].map((digit) => 'abcdefghij'[Number(digit)]).join('')}x`;
}
