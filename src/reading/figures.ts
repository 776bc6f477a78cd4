import type { Figure, Passage } from '../news/reading.ts';

/** The numbers of a text with what they count, in order. */
export function findFigures(_text: string, _passages: readonly Passage[]): Figure[] {
  return [];
}
