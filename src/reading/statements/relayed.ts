import type { Attribution } from './attribution.ts';
import { contentAfter } from './content-after.ts';
import { cueAt } from './cue-at.ts';
import { phraseBefore, phraseFrom } from './noun-phrase.ts';
import { standingOf } from './standing.ts';
import type { Stretch } from './stretch.ts';
import { trim } from './trim.ts';
import type { Unit } from './units.ts';

const relays = new Set(['cite', 'quote']);
const regarding = /^(?:sees?|saw|seen|seeing|regard(?:s|ed)|consider(?:s|ed))$/;

/** "Reuters cited two officials as saying …", "outlets have cited anonymous sources confirming …": the source is whom they cite. */
export function relayed(units: readonly Unit[], at: number): Attribution | undefined {
  const cue = cueAt(units, at);
  if (!cue || !relays.has(cue.verb) || cue.infinitive) return undefined;
  const source = phraseFrom(units, cue.to);
  if (!source) return undefined;
  const linked = /^(?:as|who|that|,)$/.test(
    units[source.to]?.lower || (units[source.to]?.text ?? ''),
  );
  const said =
    sayingAt(units, source.to) ??
    (linked ? (sayingAt(units, source.to + 1) ?? sayingAt(units, source.to + 2)) : undefined);
  if (!said || !(said.participle || linked)) return undefined;
  const after = contentAfter(units, said);
  const content = after && trim(units, after.from, after.to);
  if (!content) return undefined;
  const via = cue.participle ? phraseFrom(units, 0) : phraseBefore(units, cue.from);
  return {
    class: said.class,
    verb: said.verb,
    cue: { from: cue.from, to: said.to },
    source,
    contents: [content],
    negated: said.negated,
    via,
  };
}

function sayingAt(units: readonly Unit[], at: number) {
  const cue = cueAt(units, at, true);
  return cue?.class === 'says' || cue?.class === 'denies' ? cue : undefined;
}

/** Whom a speaker cites in the same sentence ("…, the Post reported, citing people familiar with the matter"). */
export function citedIn(units: readonly Unit[], attribution: Attribution): Stretch | undefined {
  const from = attribution.cue.from;
  for (let at = from; at < units.length && at < from + 60; at++) {
    if (units[at]?.lower !== 'citing') continue;
    const phrase = phraseFrom(units, at + 1);
    if (phrase) return phrase;
  }
  return undefined;
}

/** The people without a name whose words or view an outlet reports ("reported that officials blamed …"). */
export function reportedIn(units: readonly Unit[], { contents }: Attribution): Stretch | undefined {
  const [content] = contents;
  if (!content || contents.length > 1) return undefined;
  for (let at = content.from + 1; at < Math.min(content.to, content.from + 9); at++) {
    const cue = cueAt(units, at);
    if (!cue && !regarding.test(units[at]?.lower ?? '')) continue;
    const before = phraseBefore(units, cue?.from ?? at);
    if (!before || before.from > content.from || cue?.passive) return undefined;
    const source = { from: content.from, to: before.to };
    const words = units.slice(source.from, source.to).map((unit) => unit.lower);
    const standing = standingOf(words, words.join(' '));
    return standing === 'anonymous' || standing === 'unnamed-official' ? source : undefined;
  }
  return undefined;
}

/** Whoever is named first in words that an outlet reports, with what they said; undefined where the words quote nobody. */
export function withinReport(
  units: readonly Unit[],
  content: Stretch,
  find: (units: readonly Unit[]) => Attribution[],
): Attribution | undefined {
  const inner = units.slice(content.from, content.to);
  const found = find(inner).find(
    (one) => one.class === 'says' && (one.source?.from === 0 || one.via?.from === 0),
  );
  const shift = (stretch: Stretch) => ({
    from: stretch.from + content.from,
    to: stretch.to + content.from,
  });
  if (!found?.source) return undefined;
  return {
    ...found,
    cue: shift(found.cue),
    source: shift(found.source),
    contents: found.contents.map(shift),
    via: found.via && shift(found.via),
  };
}
