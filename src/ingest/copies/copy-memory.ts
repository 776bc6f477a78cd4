import { sharedAsCopies } from './same-article.ts';
import { type Sketch, sketchOf } from './sketch.ts';

/** What a copy memory asks of an article. */
export interface Copied {
  readonly id: string;
  readonly title: string | null;
  readonly text: string;
  /** ISO 8601, or null. */
  readonly publishedAt: string | null;
}

/** Recognises an article that is there already, whatever its address, feed, title or dateline. */
export interface CopyMemory {
  /** Reads an article that will come, and changes nothing: what takes time is then done. */
  prepare(article: Copied): void;
  /** Takes in an article; one with an id known before takes its place. */
  remember(article: Copied): void;
  /** Id of the article that this one copies, the one most alike and of equals the one remembered first; itself never. */
  find(article: Copied): string | undefined;
  forget(id: string): void;
}

/** A text printed again later than this is news again. */
const MOST_DAYS_APART = 7;
const DAY_MS = 86_400_000;
/** How many of its runs, those with the lowest digests, an article is looked up by (min-wise sampling, Broder 1997). */
const KEYS = 8;
/** Texts of which more than half is the same share most of their keys; one alone is a phrase in common. */
const LEAST_KEYS = 2;
/** Runs that more articles begin to share are a site's own words: only the latest articles stay under them. */
const MOST_UNDER_KEY = 50;

interface Known {
  readonly id: string;
  readonly sketch: Sketch;
  readonly day: number | undefined;
  readonly arrival: number;
}

/** An empty memory; an article takes about half as many bytes in it as its text. */
export function copyMemory(): CopyMemory {
  const known = new Map<string, Known>();
  const underKey = new Map<number, Known[]>();
  const underWhole = new Map<string, Known[]>();
  let arrivals = 0;
  /** Of articles that are still to be taken in. */
  const sketches = new WeakMap<Copied, Sketch>();

  const sketched = (article: Copied): Sketch => {
    const sketch = sketches.get(article) ?? sketchOf(article.title, article.text);
    sketches.set(article, sketch);
    return sketch;
  };

  const forget = (id: string): void => {
    const article = known.get(id);
    if (article === undefined) return;
    known.delete(id);
    drop(underWhole, article.sketch.whole, article);
    for (const key of keysOf(article.sketch)) drop(underKey, key, article);
  };

  return {
    prepare: (article) => void sketched(article),
    remember(article) {
      forget(article.id);
      const { id } = article;
      const sketch = sketched(article);
      sketches.delete(article);
      const kept = { id, sketch, day: dayOf(article), arrival: arrivals++ };
      known.set(id, kept);
      put(underWhole, sketch.whole, kept);
      for (const key of keysOf(sketch)) {
        const under = put(underKey, key, kept);
        if (under.length > MOST_UNDER_KEY) under.shift();
      }
    },
    find(article) {
      const sketch = sketched(article);
      if (sketch.words === 0) return undefined;
      const day = dayOf(article);
      const sharing = new Map<Known, number>();
      for (const key of keysOf(sketch)) {
        for (const other of underKey.get(key) ?? []) {
          sharing.set(other, (sharing.get(other) ?? 0) + 1);
        }
      }
      const likely = new Set(underWhole.get(sketch.whole));
      for (const [other, keys] of sharing) if (keys >= LEAST_KEYS) likely.add(other);
      let best: { readonly other: Known; readonly shared: number } | undefined;
      for (const other of likely) {
        if (other.id === article.id || !isNear(day, other.day)) continue;
        const shared = sharedAsCopies(sketch, other.sketch);
        if (shared === undefined || shared < (best?.shared ?? 0)) continue;
        if (shared === best?.shared && other.arrival > best.other.arrival) continue;
        best = { other, shared };
      }
      return best?.other.id;
    },
    forget,
  };
}

/** The lowest digests of a text's runs, cut to what the engine keeps without a box. */
function keysOf({ runs }: Sketch): readonly number[] {
  const keys: number[] = [];
  for (let at = 0; at < runs.length && keys.length < KEYS; at += 1) {
    const run = runs[at] ?? 0;
    if (at === 0 || run !== runs[at - 1]) keys.push(run >> 1);
  }
  return keys;
}

function put<Key>(under: Map<Key, Known[]>, key: Key, article: Known): Known[] {
  const there = under.get(key) ?? [];
  there.push(article);
  under.set(key, there);
  return there;
}

function drop<Key>(under: Map<Key, Known[]>, key: Key, article: Known): void {
  const left = (under.get(key) ?? []).filter((other) => other !== article);
  if (left.length === 0) under.delete(key);
  else under.set(key, left);
}

function dayOf({ publishedAt }: Copied): number | undefined {
  const at = Date.parse(publishedAt ?? '');
  return Number.isNaN(at) ? undefined : at / DAY_MS;
}

function isNear(one: number | undefined, other: number | undefined): boolean {
  return one === undefined || other === undefined || Math.abs(one - other) <= MOST_DAYS_APART;
}
