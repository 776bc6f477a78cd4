import type { Attribution } from './attribution.ts';
import { contentEnd } from './content-end.ts';
import { cueAt } from './cue-at.ts';
import { phraseFrom } from './noun-phrase.ts';
import { trim } from './trim.ts';
import type { Unit } from './units.ts';

const clauseLinks = new Set(['that', 'whether', 'how', 'why', 'to']);

/** "She was told by officials that …", "he was accused by the ministry of …": the agent speaks. */
export function passive(units: readonly Unit[], at: number): Attribution | undefined {
  const cue = cueAt(units, at);
  if (!cue?.passive || units[cue.to]?.lower !== 'by') return undefined;
  const source = phraseFrom(units, cue.to + 1);
  if (!source) return undefined;
  const link = units[source.to]?.lower ?? '';
  const clausal = clauseLinks.has(link);
  if (!clausal && link !== 'of' && link !== 'as' && link !== 'for') return undefined;
  const from = link === 'that' || !clausal ? source.to + 1 : source.to;
  const content = trim(units, from, contentEnd(units, from, clausal));
  if (!content) return undefined;
  const { verb, negated } = cue;
  return {
    class: cue.class,
    verb,
    cue: { from: cue.from, to: cue.to + 1 },
    source,
    contents: [content],
    negated,
  };
}
