/** Which documents hold a word and how often: one number each, ascending, the count in its last eight bits. */
type Posting = number[];

const COUNT = 256;

/** Words and the documents that hold them, ranked by BM25 (Robertson and Zaragoza, 2009, with their k1 and b). */
export interface Postings {
  add(document: number, counts: ReadonlyMap<string, number>): void;
  remove(document: number, counts: ReadonlyMap<string, number>): void;
  has(word: string): boolean;
  words(): Iterable<string>;
  /** Scores of the documents that hold a word. */
  scores(word: string): ReadonlyMap<number, number>;
  /** Documents that hold all the words. */
  holdingAll(words: readonly string[]): readonly number[];
}

const K1 = 1.2;
const B = 0.75;

/** Index of the first entry of a document or a later one. */
function place(posting: Posting, document: number): number {
  let low = 0;
  let high = posting.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((posting[middle] ?? 0) < document * COUNT) low = middle + 1;
    else high = middle;
  }
  return low;
}

function documentAt(entry: number): number {
  return Math.floor(entry / COUNT);
}

/** Empty postings. */
export function newPostings(): Postings {
  const postings = new Map<string, Posting>();
  const lengths = new Map<number, number>();
  let total = 0;

  function lengthOf(counts: ReadonlyMap<string, number>): number {
    let length = 0;
    for (const count of counts.values()) length += count;
    return length;
  }

  return {
    add(document, counts) {
      for (const [word, count] of counts) {
        const entry = document * COUNT + Math.min(count, COUNT - 1);
        const posting = postings.get(word);
        if (posting === undefined) postings.set(word, [entry]);
        else posting.splice(place(posting, document), 0, entry);
      }
      const length = lengthOf(counts);
      lengths.set(document, length);
      total += length;
    },
    remove(document, counts) {
      for (const word of counts.keys()) {
        const posting = postings.get(word);
        posting?.splice(place(posting, document), 1);
        if (posting?.length === 0) postings.delete(word);
      }
      lengths.delete(document);
      total -= lengthOf(counts);
    },
    has: (word) => postings.has(word),
    words: () => postings.keys(),
    scores(word) {
      const posting = postings.get(word) ?? [];
      const rarity = Math.log(1 + (lengths.size - posting.length + 0.5) / (posting.length + 0.5));
      const average = total / lengths.size;
      return new Map(
        posting.map((entry) => {
          const document = documentAt(entry);
          const count = entry % COUNT;
          const relative = (lengths.get(document) ?? 0) / average;
          return [document, (rarity * count * (K1 + 1)) / (count + K1 * (1 - B + B * relative))];
        }),
      );
    },
    holdingAll(words) {
      const [rarest, ...others] = words
        .map((word) => postings.get(word) ?? [])
        .sort((one, other) => one.length - other.length);
      return (rarest ?? []).map(documentAt).filter((document) =>
        others.every((posting) => {
          const entry = posting[place(posting, document)];
          return entry !== undefined && documentAt(entry) === document;
        }),
      );
    },
  };
}
