/** What a text is recognised by. */
export interface Sketch {
  /** Digest of all its words: equal for texts that differ in case, punctuation and spaces alone. */
  readonly whole: string;
  /** The same of its title. */
  readonly title: string;
  /** How many words it has. */
  readonly words: number;
  /** Digests of about every second run of five words, ascending. */
  readonly runs: Int32Array;
  /** Those of them that stand in about the first hundred words, ascending. */
  readonly top: Int32Array;
  /** Each number by the digest of the words around it: pairs of where it stands and what it is. */
  readonly numbers: Int32Array;
}

const RUN_WORDS = 5;
/** Of all runs those are kept whose digest this divides: the same ones in every text (Manber 1994, Broder 1997). */
const ONE_RUN_IN = 2;
const TOP_RUNS = 100 / ONE_RUN_IN;
const BASIS = 0x811c9dc5 | 0;
const PRIME = 0x01000193;
const LETTERS = Uint8Array.from({ length: 0x10000 }, (_, code) =>
  /[\p{L}\p{M}\p{N}]/u.test(String.fromCharCode(code)) ? 1 : 0,
);
/** “CITY, June 4 (Agency) — ”: where a text was written, which a reprint cuts or adds. */
const DATELINE = /^[^\p{Ll}\n]{2,40}[^\n.?!“"]{0,40}?(?:\([^()\n]{2,30}\) ?)?(?: [—–-]{1,2} |—)/u;
const LONGEST_TEXT = 200_000;

/** Small numbers are written out. */
const WRITTEN_NUMBERS: ReadonlySet<number> = new Set(
  'two three four five six seven eight nine ten eleven twelve dozen twenty thirty forty fifty hundred'
    .split(' ')
    .map(digestOfWord),
);

/** Sketches an article; time is linear in its length. */
export function sketchOf(title: string | null, text: string): Sketch {
  const body = text.slice(0, LONGEST_TEXT).trimStart().replace(DATELINE, '');
  const { words, numberAt } = wordsOf(body);
  const runs: number[] = [];
  for (let at = 0; at + RUN_WORDS <= words.length; at += 1) {
    let run = BASIS;
    for (let place = at; place < at + RUN_WORDS; place += 1) run = mixed(run, words[place] ?? 0);
    run = spread(run);
    if ((run & (ONE_RUN_IN - 1)) === 0) runs.push(run);
  }
  const numbers: number[] = [];
  for (const at of numberAt) {
    numbers.push(mixed(mixed(BASIS, words[at - 1] ?? 0), words[at + 1] ?? 0), words[at] ?? 0);
  }
  return {
    whole: digestOf(words),
    title: digestOf(wordsOf((title ?? '').slice(0, LONGEST_TEXT)).words),
    words: words.length,
    runs: Int32Array.from(runs).sort(),
    top: Int32Array.from(runs.slice(0, TOP_RUNS)).sort(),
    numbers: Int32Array.from(numbers),
  };
}

/** Two digests and the count of all words, so that different texts all but never share it. */
function digestOf(words: readonly number[]): string {
  const one = words.reduce(mixed, BASIS);
  const other = words.reduceRight(mixed, PRIME);
  return `${words.length}:${one >>> 0}:${other >>> 0}`;
}

/** The digest of each word in lower case, and which of them are numbers. */
function wordsOf(text: string): { readonly words: number[]; readonly numberAt: number[] } {
  const words: number[] = [];
  const numberAt: number[] = [];
  const lower = text.toLowerCase();
  for (let at = 0; at < lower.length; at += 1) {
    if (LETTERS[lower.charCodeAt(at)] !== 1) continue;
    const first = lower.charCodeAt(at);
    let digest = BASIS;
    for (; at < lower.length; at += 1) {
      const code = lower.charCodeAt(at);
      // A number keeps its points and commas, and an apostrophe holds a word together whatever its form.
      if (LETTERS[code] === 1) digest = mixed(digest, code);
      else if (!joins(code, lower.charCodeAt(at + 1))) break;
    }
    if ((first >= 0x30 && first <= 0x39) || WRITTEN_NUMBERS.has(digest))
      numberAt.push(words.length);
    words.push(digest);
  }
  return { words, numberAt };
}

function digestOfWord(word: string): number {
  let digest = BASIS;
  for (let at = 0; at < word.length; at += 1) digest = mixed(digest, word.charCodeAt(at));
  return digest;
}

function joins(code: number, next: number): boolean {
  if (LETTERS[next] !== 1) return false;
  if (code === 0x27 || code === 0x2019) return true;
  return (code === 0x2e || code === 0x2c) && next >= 0x30 && next <= 0x39;
}

/** A step of FNV-1a (Fowler, Noll and Vo). */
function mixed(digest: number, by: number): number {
  return Math.imul(digest ^ by, PRIME);
}

/** The last step of MurmurHash3 (Appleby): FNV's low bits alone would choose badly. */
function spread(digest: number): number {
  let hash = Math.imul(digest ^ (digest >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
