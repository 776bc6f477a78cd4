import type { Attribution } from './attribution.ts';
import { contentEnd } from './content-end.ts';
import { cueNouns } from './cue-nouns.ts';
import type { CueClass } from './cue-verbs.ts';
import { formsOf } from './inflect.ts';
import { isPossessive, phraseBefore, phraseFrom } from './noun-phrase.ts';
import type { Stretch } from './stretch.ts';
import { trim } from './trim.ts';
import type { Unit } from './units.ts';
import { wordList } from './word-list.ts';
import { adverbs, auxiliaries, linkingPrepositions, negations, possessives } from './words.ts';

interface CueNoun {
  readonly class: CueClass;
  readonly links: ReadonlySet<string>;
}

const nouns: ReadonlyMap<string, CueNoun> = new Map(
  cueNouns.flatMap((group) =>
    wordList(group.nouns).map(
      (noun) => [noun, { class: group.class, links: new Set(wordList(group.links)) }] as const,
    ),
  ),
);
const farthest = 5;

/** "X's claim that …", "his call for …": a noun with its possessor before it and its content after it. */
export function nominal(units: readonly Unit[], at: number): Attribution | undefined {
  return nominalWith(units, at, () => possessor(units, at));
}

function nominalWith(
  units: readonly Unit[],
  at: number,
  sourceOf: () => Stretch | undefined,
): Attribution | undefined {
  const unit = units[at];
  const noun = unit && nouns.get(unit.lower);
  const link = units[at + 1]?.lower ?? '';
  if (!unit || !noun?.links.has(link)) return undefined;
  const source = sourceOf();
  if (!source) return undefined;
  const from =
    link === 'to' && (noun.class === 'plans' || noun.class === 'declines') ? at + 1 : at + 2;
  const content =
    link === 'that' || link === 'to'
      ? { from, to: contentEnd(units, from, false) }
      : phraseFrom(units, from);
  const said = content && trim(units, content.from, content.to);
  if (!said) return undefined;
  const cue = { from: at, to: at + 1 };
  return { class: noun.class, verb: unit.lower, cue, source, contents: [said], negated: false };
}

const lightVerbs: ReadonlySet<string> = new Set(
  wordList(
    'express voice raise make announce issue show declare reiterate offer take have give release sound unveil sign deliver',
  )
    .flatMap(formsOf)
    .filter(([, form]) => form !== 'ing')
    .map(([word]) => word),
);

/** "X expressed concern that …", "X made clear that …": a verb that only carries the noun after it. */
export function lightVerb(units: readonly Unit[], at: number): Attribution | undefined {
  if (!lightVerbs.has(units[at]?.lower ?? '') || units[at]?.capital) return undefined;
  let from = at;
  while (
    from > 0 &&
    (auxiliaries.has(units[from - 1]?.lower ?? '') || adverbs.has(units[from - 1]?.lower ?? ''))
  )
    from--;
  for (let noun = at + 1; noun < units.length && noun <= at + 4; noun++) {
    const unit = units[noun];
    if (unit?.kind !== 'word' || linkingPrepositions.has(unit.lower)) return undefined;
    const found = nominalWith(units, noun, () => phraseBefore(units, from));
    if (found)
      return {
        ...found,
        cue: { from, to: found.cue.to },
        negated: units.slice(from, noun).some((one) => negations.has(one.lower)),
      };
  }
  return undefined;
}

function possessor(units: readonly Unit[], noun: number): Stretch | undefined {
  for (let at = noun - 1; at >= 0 && at >= noun - farthest; at--) {
    const unit = units[at];
    if (!unit) break;
    if (isPossessive(unit)) return phraseBefore(units, at);
    if (possessives.has(unit.lower))
      return unit.lower === 'whose' ? undefined : { from: at, to: at + 1 };
    if (unit.kind !== 'word' || adverbs.has(unit.lower)) break;
  }
  return undefined;
}
