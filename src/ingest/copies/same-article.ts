import type { Sketch } from './sketch.ts';

/** Below this, only what is equal word for word, title included, is the same: short notices resemble each other. */
const LEAST_WORDS = 60;
/** Part of the shorter text that must stand in the longer, … */
const OF_SHORTER = 0.85;
/** … and of the longer in the shorter: a reprint loses a few paragraphs, and a notice inside a report is not the report. */
const OF_LONGER = 0.65;
/** What is new stands at the top of an update; a reprint adds a sentence or two of its own. */
const MOST_NEW_AT_TOP = 0.5;

/**
 * Whether two texts are one article, reprinted: nearly all of the shorter in the longer, most of the longer in the
 * shorter (containment, Broder 1997), no new beginning, and no number that has changed in its place. The same
 * whichever comes first. Undefined where they are not; else how much they share, up to 1.
 */
export function sharedAsCopies(one: Sketch, other: Sketch): number | undefined {
  if (Math.min(one.words, other.words) < LEAST_WORDS) {
    return one.whole === other.whole && one.title === other.title ? 1 : undefined;
  }
  if (one.whole === other.whole) return 1;
  const [shorter, longer] = one.words <= other.words ? [one, other] : [other, one];
  // Less than this can't be most of the longer, whatever it says.
  if (shorter.words < (OF_LONGER / 2) * longer.words) return undefined;
  const ofShorter = shared(shorter.runs, longer.runs, OF_SHORTER);
  const ofLonger = ofShorter && shared(longer.runs, shorter.runs, OF_LONGER);
  if (ofShorter === undefined || ofLonger === undefined) return undefined;
  if (shared(one.top, other.runs, 1 - MOST_NEW_AT_TOP) === undefined) return undefined;
  if (shared(other.top, one.runs, 1 - MOST_NEW_AT_TOP) === undefined) return undefined;
  if (hasChangedNumber(one.numbers, other.numbers)) return undefined;
  return (ofShorter + ofLonger) / 2;
}

/** Part of the first runs that are among the second, both ascending; undefined, mostly soon, where less than `least`. */
function shared(of: Int32Array, among: Int32Array, least: number): number | undefined {
  const hopeless = of.length * (1 - least) + 1;
  let missing = 0;
  let there = 0;
  for (let at = 0; at < of.length; at += 1) {
    const run = of[at] ?? 0;
    while (there < among.length && (among[there] ?? 0) < run) there += 1;
    if (there < among.length && among[there] === run) continue;
    missing += 1;
    if (missing > hopeless) return undefined;
  }
  const part = (of.length - missing) / of.length;
  return part >= least ? part : undefined;
}

/** True where numbers between the same words differ both ways: a cut paragraph only takes some away. */
function hasChangedNumber(one: Int32Array, other: Int32Array): boolean {
  const here = byPlace(one);
  const there = byPlace(other);
  for (const [place, numbers] of here) {
    const opposite = there.get(place);
    if (opposite !== undefined && lacks(numbers, opposite) && lacks(opposite, numbers)) return true;
  }
  return false;
}

/** True where one of the first is not among the second. */
function lacks(one: ReadonlySet<number>, other: ReadonlySet<number>): boolean {
  return [...one].some((number) => !other.has(number));
}

function byPlace(numbers: Int32Array): ReadonlyMap<number, ReadonlySet<number>> {
  const places = new Map<number, Set<number>>();
  for (let at = 0; at + 1 < numbers.length; at += 2) {
    const place = numbers[at] ?? 0;
    const there = places.get(place) ?? new Set();
    there.add(numbers[at + 1] ?? 0);
    places.set(place, there);
  }
  return places;
}
