import { according, accordingTo } from './according.ts';
import type { Attribution } from './attribution.ts';
import { hasVerb } from './clause-edges.ts';
import { labelled, signed } from './labelled.ts';
import { leading } from './leading.ts';
import { lightVerb, nominal } from './nominal.ts';
import { passive } from './passive.ts';
import { relayed } from './relayed.ts';
import { trailing } from './trailing.ts';
import type { Unit } from './units.ts';

/**
 * Who said what in one sentence, outermost first: attributions after their content ("…, he said"), then, in what
 * these leave, attributions before it ("he said that …", "according to …"). Follows the cue–source–content scheme of
 * Pareti (2015) and PolNeAR (Newell, Margolin and Ruths 2018).
 */
export function findAttributions(units: readonly Unit[]): Attribution[] {
  const found: Attribution[] = [];
  let anchor = 0;
  for (let at = 0; at < units.length; at++) {
    const before = found.at(-1);
    const relay = before && accordingTo(units, at);
    if (before && relay && !hasVerb(units, anchor, at)) {
      found[found.length - 1] = { ...before, via: relay };
      anchor = relay.to;
      continue;
    }
    const attribution = according(units, at, anchor) ?? trailing(units, at, anchor);
    if (!attribution) continue;
    found.push(attribution);
    anchor = Math.max(
      attribution.cue.to,
      attribution.source?.to ?? 0,
      ...attribution.contents.map((c) => c.to),
    );
    at = Math.max(at, anchor - 1);
  }
  if (found.length === 0) {
    const signature = signed(units) ?? labelled(units);
    if (signature) return [signature];
  }
  const covered = coverage(units.length, found);
  const after = [...found];
  let passed = 0;
  let last: Attribution | undefined;
  for (let at = 0; at < units.length; at++) {
    if (after[passed]?.cue.from === at) last = after[passed++];
    if (covered[at]) continue;
    const attribution =
      relayed(units, at) ??
      passive(units, at) ??
      lightVerb(units, at) ??
      leading(units, at, last) ??
      nominal(units, at);
    if (!attribution) continue;
    const content = attribution.contents[0];
    if (!content) continue;
    let to = content.from;
    while (to < content.to && !covered[to]) covered[to++] = 1;
    if (to === content.from) continue;
    last = { ...attribution, contents: [{ from: content.from, to }] };
    found.push(last);
  }
  return found;
}

function coverage(length: number, found: readonly Attribution[]): Uint8Array {
  const covered = new Uint8Array(length);
  for (const { cue, source, contents } of found) {
    for (const stretch of [cue, source, ...contents]) {
      if (stretch) covered.fill(1, stretch.from, stretch.to);
    }
  }
  return covered;
}
