import type { Passage } from '../../news/reading.ts';
import { isCalledOutlet } from './called-outlet.ts';
import { Entities } from './entities.ts';
import type { Names } from './name-in.ts';
import { findNames } from './names.ts';
import { lastStartingBy } from './places.ts';
import { isBareTitle, roleAround } from './role-of.ts';
import type { Token } from './token.ts';
import type { Sentence } from './units.ts';

/** The people and bodies of a text with their roles, and its names by where they begin. */
export interface WhoIsWho {
  readonly entities: Entities;
  readonly names: Names;
}

/** Finds the people and bodies of a text, and what it says that the people are. */
export function whoIsWho(
  text: string,
  passages: readonly Passage[],
  tokens: readonly Token[],
  sentences: readonly Sentence[],
): WhoIsWho {
  const mentions = findNames(tokens, sentenceStarts(text, passages));
  const names = new Map(mentions.map((mention) => [mention.start, mention]));
  const quotations = sentences.flatMap(({ units }) =>
    units.filter((unit) => unit.kind === 'quote'),
  );
  const entities = new Entities(mentions, (place) => {
    const quotation = quotations[lastStartingBy(quotations, place)];
    return quotation !== undefined && place < quotation.end;
  });
  for (const { units } of sentences) {
    units.forEach((unit, at) => {
      const mention = names.get(unit.start);
      const entity = mention && entities.find(mention.name, mention.start);
      if (!mention || !entity) return;
      let to = at;
      while (to < units.length && (units[to]?.end ?? 0) <= mention.end) to++;
      if (entity.gender === 'unknown') entity.isOutlet ||= isCalledOutlet(text, units, at, to);
      if (mention.kind !== 'person' || (entity.role !== null && !isBareTitle(entity.role))) return;
      const role = roleAround(text, units, at, to);
      if (role !== null) entity.role = role;
    });
  }
  return { entities, names };
}

/** Where sentences begin, with and without the marks that open them. */
function sentenceStarts(text: string, passages: readonly Passage[]): Set<number> {
  const starts = new Set<number>();
  for (const { start } of passages) {
    let at = start;
    starts.add(at);
    while (at < start + 4 && /[^\p{L}\p{N}]/u.test(text[at] ?? 'x')) starts.add(++at);
  }
  return starts;
}
