// Nearly all news text: what is beyond ASCII in it are quotation marks and dashes.
const SIMPLE = /^[\x20-\x7e\n‘’“”–—]*$/;

/**
 * Text as it is compared: lower case, without accents, with plain apostrophes, quotation marks,
 * hyphens and spaces. A line break stays only where a paragraph ends.
 */
export function plainText(text: string): string {
  return (SIMPLE.test(text) ? text.toLowerCase() : folded(text))
    .replace(/[\u2018\u2019\u201b\u02bc`´]/g, "'")
    .replace(/[\u201c\u201d\u201e\u201f«»]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s{2,}|[^\S ]/g, (space) => (/\n\s*\n/.test(space) ? '\n' : ' '));
}

function folded(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/ς/g, 'σ');
}

// "&" holds letters together and "." or "," digits: "S&ED" and "21.5" are one word each.
const WORD = /[\p{L}\p{N}]+(?:(?:&|(?<=\p{N})[.,](?=\p{N}))[\p{L}\p{N}]+)*/gu;
const ASCII_WORD = /[a-z0-9]+(?:(?:&|(?<=[0-9])[.,](?=[0-9]))[a-z0-9]+)*/g;

/** The words of a plain text, in order; "u.s.-china's" is "u", "s", "china", "s". */
export function wordsOf(plain: string): readonly string[] {
  return plain.match(/^[\n\x20-\x7e]*$/.test(plain) ? ASCII_WORD : WORD) ?? [];
}

// Pronouns, auxiliaries, prepositions and question words: they say nothing about what is sought.
const STOP_WORDS = new Set(
  `a about after again all also am an and any are as at be because been before being between but by
  can could did do does doing down during each few for from further had has have having he her here
  hers him his how i if in into is it its just me more most my no nor not now of off on once only or
  other our out over own s same say says she should so some such t than that the their them then
  there these they this those through to too under until up us very was we were what when where
  which while who whom whose why will with would you your`.split(/\s+/),
);

/** The words that carry a query: all but stop words, or all where there are no others. */
export function tellingWords(query: string): readonly string[] {
  const all = [...new Set(wordsOf(plainText(query)))];
  const telling = all.filter((word) => !STOP_WORDS.has(word));
  return telling.length > 0 ? telling : all;
}

/** A word with its plural or singular, by Harman's S-stemmer (1991) and its reverse. */
export function numbersOf(word: string): readonly string[] {
  if (word.length < 4 || !/^\p{L}+$/u.test(word)) return [word];
  if (/(?<![ea])ies$/.test(word)) return [word, `${word.slice(0, -3)}y`];
  if (/(?<![aeo])es$/.test(word)) return [word, word.slice(0, -1), word.slice(0, -2)];
  if (/[^us]s$/.test(word)) return [word, word.slice(0, -1)];
  if (/[^aeiou]y$/.test(word)) return [word, `${word.slice(0, -1)}ies`];
  if (/(?:s|x|z|ch|sh)$/.test(word)) return [word, `${word}es`];
  return [word, `${word}s`];
}
