/** Which documents hold a word and how often: one number each, ascending, the count in its last eight bits. */
type Posting = number[];

const COUNT = 256;

/** Postings as they are saved. */
export interface PostingParts {
  /** Of each document, its words; the first document is the one with the number 0. */
  readonly lengths: readonly number[];
  /** Each word with its entries: number of the document times 256, and how often up to 255. */
  readonly words: Iterable<readonly [word: string, entries: Uint32Array]>;
}

/** Words and the documents that hold them, ranked by BM25 (Robertson and Zaragoza, 2009, with their k1 and b). */
export interface Postings {
  add(document: number, counts: ReadonlyMap<string, number>): void;
  remove(document: number, counts: ReadonlyMap<string, number>): void;
  has(word: string): boolean;
  words(): Iterable<string>;
  /** Gives the score of each document that holds a word, in order of their numbers. */
  score(word: string, give: (document: number, score: number) => void): void;
  /** The score of one document for a word; 0 where it doesn't hold it. */
  scoreOf(word: string, document: number): number;
  /** Documents that hold all the words. */
  holdingAll(words: readonly string[]): readonly number[];
  /** What they are made of, the documents by their places among these, which are all there are, in ascending order. */
  parts(documents: readonly number[]): PostingParts;
}

/** How soon more of a word counts no more, and how much long documents are discounted. */
export const K1 = 1.2;
export const B = 0.75;

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

/** How much a word tells that stands in so many of all documents. */
export function rarity(documents: number, holding: number): number {
  return Math.log(1 + (documents - holding + 0.5) / (holding + 0.5));
}

/** Empty postings, or those that were saved. */
export function newPostings(saved: PostingParts = { lengths: [], words: [] }): Postings {
  const postings = new Map<string, Posting>();
  for (const [word, entries] of saved.words) postings.set(word, [...entries]);
  const lengths = [...saved.lengths];
  let documents = lengths.length;
  let total = lengths.reduce((sum, length) => sum + length, 0);

  const rarityOf = (posting: Posting) => rarity(documents, posting.length);

  function rate(entry: number, rare: number): number {
    const count = entry % COUNT;
    const relative = ((lengths[documentAt(entry)] ?? 0) * documents) / total;
    return (rare * count * (K1 + 1)) / (count + K1 * (1 - B + B * relative));
  }

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
        // The newest document has the highest number, but for one that is put back.
        else if ((posting.at(-1) ?? 0) < entry) posting.push(entry);
        else posting.splice(place(posting, document), 0, entry);
      }
      const length = lengthOf(counts);
      lengths[document] = length;
      documents += 1;
      total += length;
    },
    remove(document, counts) {
      for (const word of counts.keys()) {
        const posting = postings.get(word);
        posting?.splice(place(posting, document), 1);
        if (posting?.length === 0) postings.delete(word);
      }
      lengths[document] = 0;
      documents -= 1;
      total -= lengthOf(counts);
    },
    has: (word) => postings.has(word),
    words: () => postings.keys(),
    score(word, give) {
      const posting = postings.get(word) ?? [];
      const rare = rarityOf(posting);
      for (const entry of posting) give(documentAt(entry), rate(entry, rare));
    },
    scoreOf(word, document) {
      const posting = postings.get(word) ?? [];
      const entry = posting[place(posting, document)];
      return entry === undefined || documentAt(entry) !== document
        ? 0
        : rate(entry, rarityOf(posting));
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
    parts(those) {
      const places = new Uint32Array(lengths.length);
      for (const [at, document] of those.entries()) places[document] = at;
      const renumbered = (entry: number) =>
        (places[documentAt(entry)] ?? 0) * COUNT + (entry % COUNT);
      return {
        lengths: those.map((document) => lengths[document] ?? 0),
        words: (function* () {
          for (const [word, posting] of postings) {
            yield [word, Uint32Array.from(posting, renumbered)] as const;
          }
        })(),
      };
    },
  };
}
