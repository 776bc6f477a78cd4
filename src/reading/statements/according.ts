import type { Attribution } from './attribution.ts';
import { isBreak, isEnd } from './clause-edges.ts';
import { phraseFrom } from './noun-phrase.ts';
import type { Stretch } from './stretch.ts';
import { trim } from './trim.ts';
import type { Unit } from './units.ts';
import { openers } from './words.ts';

/** Who is named after "according to" at a unit. */
export function accordingTo(units: readonly Unit[], at: number): Stretch | undefined {
  const isThere = units[at]?.lower === 'according' && units[at + 1]?.lower === 'to';
  return isThere ? phraseFrom(units, at + 2) : undefined;
}

/** "…, according to X" and "According to X, …". */
export function according(
  units: readonly Unit[],
  at: number,
  anchor: number,
): Attribution | undefined {
  const isPer = units[at]?.lower === 'per' && isBreak(units, at - 1);
  const source = isPer ? phraseFrom(units, at + 1) : accordingTo(units, at);
  if (!source || (isPer && !isEnd(units, source.to))) return undefined;
  const base = {
    class: 'says',
    verb: 'according',
    cue: { from: at, to: at + (isPer ? 1 : 2) },
    source,
    negated: false,
  } as const;
  const isFirst = at === anchor || (at === anchor + 1 && openers.has(units[anchor]?.lower ?? ''));
  if (!isFirst) {
    const content = trim(units, anchor, at);
    return content ? { ...base, contents: [content] } : undefined;
  }
  let from = source.to;
  while (from < units.length && units[from]?.text !== ',') from++;
  const content = trim(units, from + 1, units.length);
  return content ? { ...base, contents: [content] } : undefined;
}
