import type { Article } from '../news/article.ts';
import type { Topic } from '../news/topic.ts';
import { isEmptyWord, sequenceOf, wordsOf } from './words.ts';

/** Most suggestions at once. */
const MOST = 3;

/**
 * What may have been meant by words that name nothing known: topics' names and aliases and speakers' names within a few
 * slips of the pen, nearest first, at most three.
 */
export function suggestions(
  typed: string,
  topics: readonly Topic[],
  articles: readonly Article[],
): string[] {
  const asked = typed.toLowerCase();
  const names = new Map<string, string>();
  for (const { name, aliases } of topics)
    for (const each of [name, ...aliases])
      if (!names.has(each.toLowerCase()))
        names.set(each.toLowerCase(), each === name ? name : each);
  for (const speaker of speakersIn(articles))
    for (const each of [speaker, speaker.split(' ').at(-1) ?? speaker])
      if (!names.has(each.toLowerCase())) names.set(each.toLowerCase(), speaker);
  const near = [...names]
    .map(([name, meant]) => ({ meant, slips: slipsBetween(asked, name, allowed(asked)) }))
    .filter(({ slips }) => slips <= allowed(asked))
    .sort(
      (a, b) =>
        a.slips - b.slips || a.meant.length - b.meant.length || a.meant.localeCompare(b.meant),
    );
  const respelled = respell(typed, articles);
  const all = [
    ...near.map(({ meant }) => meant),
    ...(respelled === null ||
    near.some(({ meant }) => sequenceOf(meant).includes(sequenceOf(respelled)))
      ? []
      : [respelled]),
  ];
  return [...new Set(all)].slice(0, MOST);
}

/** The words with each unknown one replaced by the nearest word of the articles; null where one has none near. */
function respell(typed: string, articles: readonly Article[]): string | null {
  const counts = new Map<string, number>();
  for (const { title, text } of articles)
    for (const { word } of wordsOf(`${title ?? ''} ${text}`))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  let changed = false;
  const spelled: string[] = [];
  for (const { word } of wordsOf(typed)) {
    if (isEmptyWord(word) || counts.has(word)) {
      spelled.push(word);
      continue;
    }
    let [best, fewest] = ['', allowed(word) + 1];
    for (const [other, count] of counts) {
      const slips = slipsBetween(word, other, fewest);
      if (slips < fewest || (slips === fewest && best !== '' && count > (counts.get(best) ?? 0)))
        [best, fewest] = [other, slips];
    }
    if (best === '' || fewest > allowed(word)) return null;
    spelled.push(best);
    changed = true;
  }
  return changed ? spelled.join(' ') : null;
}

function speakersIn(articles: readonly Article[]): Set<string> {
  const found = new Set<string>();
  for (const { reading } of articles)
    for (const { speaker } of reading.statements)
      if (speaker !== null && speaker.length <= 60) found.add(speaker);
  return found;
}

/** Slips of the pen that words so long may hold: at most one in four letters. */
function allowed(typed: string): number {
  return Math.min(3, Math.floor(typed.length / 4) || (typed.length === 3 ? 1 : 0));
}

/**
 * How many letters were left out, put in, changed or swapped with the next (Damerau 1964, in the form of optimal string
 * alignment); anything above `most` is given as `most + 1`.
 */
function slipsBetween(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before: number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1];
      let least = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + (same ? 0 : 1),
      );
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      next.push(least);
    }
    if (Math.min(...next) > most) return most + 1;
    before = row;
    row = next;
  }
  return Math.min(row[other.length] ?? 0, most + 1);
}
