import { type NameMention, persons, titles } from './names.ts';
import { phraseFrom } from './noun-phrase.ts';
import { documents, headOf } from './standing.ts';
import type { Stretch } from './stretch.ts';
import { type Unit, wordsOf } from './units.ts';
import { linkingPrepositions } from './words.ts';

/** Names by where they begin. */
export type Names = ReadonlyMap<number, NameMention>;

/** The name of whoever a noun phrase is about ("spokesman John Roe of the ministry"); undefined for a description. */
export function nameIn(
  units: readonly Unit[],
  { from, to }: Stretch,
  names: Names,
): NameMention | undefined {
  let head = from + 1;
  while (head < to) {
    const word = units[head]?.lower ?? '';
    const before = nameEndingAt(units, from, head, names);
    if (word === 'and' && before) break;
    if (linkingPrepositions.has(word) && (!isInsideName(units, head) || before?.kind === 'person'))
      break;
    head++;
  }
  return nameEndingAt(units, from, head, names);
}

/** The person's name that follows a description ("a lawyer for the union, Jane Roe"). */
export function nameAfter(
  units: readonly Unit[],
  { from, to }: Stretch,
  names: Names,
): NameMention | undefined {
  const article = units[from]?.lower ?? '';
  if (units[to]?.text !== ',' || !/^(?:a|an|one|another|the|his|her|their|its)$/.test(article))
    return undefined;
  const mention = names.get(units[to + 1]?.start ?? -1);
  return mention?.kind === 'person' && mention.name.includes(' ') ? mention : undefined;
}

/** A document's description with the name that follows it ("the ministry's blog, the Lantern"). */
export function withTitle(
  text: string,
  units: readonly Unit[],
  source: Stretch,
  names: Names,
): string {
  const phrase = wordsOf(text, units, source);
  if (units[source.to]?.text !== ',' || !isDocument(units, source)) return phrase;
  const at = source.to + (units[source.to + 1]?.lower === 'the' ? 2 : 1);
  const title = names.get(units[at]?.start ?? -1);
  return title ? text.slice(units[source.from]?.start, title.end) : phrase;
}

/** What a body's name is explained as, where that is a document ("the Lantern, the ministry's blog,"). */
export function apposedDocument(
  text: string,
  units: readonly Unit[],
  source: Stretch,
): string | undefined {
  if (units[source.to]?.text !== ',') return undefined;
  const phrase = phraseFrom(units, source.to + 1);
  return phrase && isDocument(units, phrase) ? wordsOf(text, units, phrase) : undefined;
}

function isDocument(units: readonly Unit[], { from, to }: Stretch): boolean {
  return documents.has(headOf(units.slice(from, to).map((unit) => unit.lower)));
}

/** The name that ends with the unit before `to`. */
function nameEndingAt(
  units: readonly Unit[],
  from: number,
  to: number,
  names: Names,
): NameMention | undefined {
  const end = units[to - 1]?.end ?? 0;
  for (let at = from; at < to; at++) {
    const mention = names.get(units[at]?.start ?? -1);
    if (mention && mention.end >= end) return mention;
  }
  return undefined;
}

/** Whether a preposition belongs to a title or name ("Secretary of State"). */
function isInsideName(units: readonly Unit[], at: number): boolean {
  const before = units[at - 1];
  return (
    /^(?:of|for|on)$/.test(units[at]?.lower ?? '') &&
    before?.capital === true &&
    (!persons.has(before.lower) || titles.has(before.lower)) &&
    units[at + 1]?.capital === true
  );
}
