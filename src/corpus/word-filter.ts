import { holdsPhrase, phraseOf } from './phrase.ts';
import { plainText } from './words.ts';

/** Which texts are wanted, by the words that they hold. */
export interface WordFilter {
  /** Words or phrases of which a text must hold one; empty wants every text. */
  readonly include: readonly string[];
  /** Words or phrases of which a text may hold none. */
  readonly exclude: readonly string[];
}

/** Whether any of these texts is wanted, in time linear in their length: phrases are looked for as they stand, whatever their case. */
export function isWanted({ include, exclude }: WordFilter, texts: readonly string[]): boolean {
  if (include.length === 0 && exclude.length === 0) return true;
  const plain = texts.map(plainText);
  const holdsAny = (phrases: readonly string[]) =>
    phrases
      .flatMap((typed) => phraseOf(typed) ?? [])
      .some((phrase) => plain.some((text) => holdsPhrase(text, phrase)));
  return !holdsAny(exclude) && (include.length === 0 || holdsAny(include));
}
