import type { Attribution } from './attribution.ts';
import { phraseFrom } from './noun-phrase.ts';
import type { Speakers } from './speakers.ts';
import type { Stretch } from './stretch.ts';
import type { Unit } from './units.ts';

/** The outlet through which words came, of which their speaker is told besides: the one told, or the sources' own. */
export function relayingOutlet(
  units: readonly Unit[],
  attribution: Attribution,
  isWithheld: boolean,
  speakers: Speakers,
): Stretch | undefined {
  const outlet = hearer(units, attribution) ?? (isWithheld ? owner(units, attribution) : undefined);
  return outlet && speakers.isOutlet(units, outlet) ? outlet : undefined;
}

/** Whom somebody told ("told the Times in June that …"). */
function hearer(units: readonly Unit[], { verb, cue, contents }: Attribution): Stretch | undefined {
  const phrase = verb === 'tell' ? phraseFrom(units, cue.to) : undefined;
  if (!phrase || contents.some(({ from, to }) => from < phrase.to && phrase.from < to))
    return undefined;
  for (let at = phrase.from + 1; at < phrase.to; at++)
    if (/^(?:in|on|at|by|for)$/.test(units[at]?.lower ?? '')) return { from: phrase.from, to: at };
  return phrase;
}

/** Whose sources speak ("the Times's sources", "the sources of the Times"). */
function owner(units: readonly Unit[], { source }: Attribution): Stretch | undefined {
  if (!source) return undefined;
  for (let at = source.from + 1; at < source.to; at++) {
    if (units[at]?.lower === "'s") return { from: source.from, to: at };
    if (units[at]?.lower === 'of' && at + 1 < source.to) return { from: at + 1, to: source.to };
  }
  return undefined;
}
