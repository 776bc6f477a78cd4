import { IRREGULAR } from './irregular.ts';

const STEP_2: readonly (readonly [string, string])[] = [
  ['ational', 'ate'],
  ['tional', 'tion'],
  ['enci', 'ence'],
  ['anci', 'ance'],
  ['izer', 'ize'],
  ['abli', 'able'],
  ['alli', 'al'],
  ['entli', 'ent'],
  ['eli', 'e'],
  ['ousli', 'ous'],
  ['ization', 'ize'],
  ['ation', 'ate'],
  ['ator', 'ate'],
  ['alism', 'al'],
  ['iveness', 'ive'],
  ['fulness', 'ful'],
  ['ousness', 'ous'],
  ['aliti', 'al'],
  ['iviti', 'ive'],
  ['biliti', 'ble'],
];
const STEP_3: readonly (readonly [string, string])[] = [
  ['icate', 'ic'],
  ['ative', ''],
  ['alize', 'al'],
  ['iciti', 'ic'],
  ['ical', 'ic'],
  ['ful', ''],
  ['ness', ''],
];
const STEP_4 =
  'ement ance ence able ible ment ant ent ion ism ate iti ous ive ize al er ic ou'.split(' ');

/**
 * The stem under which forms of a word meet ("attributed", "attribution" → "attribut"), for a word in lower case.
 * M. F. Porter, "An algorithm for suffix stripping", Program 14(3), 1980;
 * irregular verbs and the names of peoples lead to their verb or country first.
 */
export function stem(word: string): string {
  const known = IRREGULAR.get(word) ?? IRREGULAR.get(word.replace(/s$/, ''));
  if (known !== undefined) return known;
  if (word.length < 3 || !/^[a-z]+$/.test(word)) return word;
  return tidy(endings(plural(word)));
}

function plural(word: string): string {
  if (word.endsWith('sses') || word.endsWith('ies')) return word.slice(0, -2);
  if (word.endsWith('s') && !word.endsWith('ss')) return word.slice(0, -1);
  return word;
}

function endings(word: string): string {
  let w = pastAndPresent(word);
  if (w.endsWith('y') && hasVowel(w.slice(0, -1))) w = `${w.slice(0, -1)}i`;
  w = replaced(w, STEP_2);
  w = replaced(w, STEP_3);
  for (const ending of STEP_4) {
    if (!w.endsWith(ending)) continue;
    const rest = w.slice(0, -ending.length);
    const fits = ending !== 'ion' || /[st]$/.test(rest);
    return measure(rest) > 1 && fits ? rest : w;
  }
  return w;
}

function pastAndPresent(word: string): string {
  if (word.endsWith('eed')) return measure(word.slice(0, -3)) > 0 ? word.slice(0, -1) : word;
  const ending = word.endsWith('ed') ? 2 : word.endsWith('ing') ? 3 : 0;
  const rest = word.slice(0, word.length - ending);
  if (ending === 0 || !hasVowel(rest)) return word;
  if (/(?:at|bl|iz)$/.test(rest)) return `${rest}e`;
  if (/([^aeioulsz])\1$/.test(rest)) return rest.slice(0, -1);
  return measure(rest) === 1 && endsShort(rest) ? `${rest}e` : rest;
}

function replaced(word: string, rules: readonly (readonly [string, string])[]): string {
  for (const [ending, by] of rules) {
    if (!word.endsWith(ending)) continue;
    const rest = word.slice(0, -ending.length);
    return measure(rest) > 0 ? rest + by : word;
  }
  return word;
}

function tidy(word: string): string {
  let w = word;
  if (w.endsWith('e')) {
    const rest = w.slice(0, -1);
    const size = measure(rest);
    if (size > 1 || (size === 1 && !endsShort(rest))) w = rest;
  }
  return w.endsWith('ll') && measure(w) > 1 ? w.slice(0, -1) : w;
}

/** How often a vowel is followed by a consonant: Porter's m. */
function measure(word: string): number {
  let count = 0;
  let vowelBefore = false;
  for (let i = 0; i < word.length; i += 1) {
    const vowel = isVowel(word, i);
    if (vowelBefore && !vowel) count += 1;
    vowelBefore = vowel;
  }
  return count;
}

function isVowel(word: string, at: number): boolean {
  const letter = word.charAt(at);
  if (letter === 'y') return at > 0 && !/[aeiou]/.test(word.charAt(at - 1));
  return /[aeiou]/.test(letter);
}

function hasVowel(word: string): boolean {
  for (let i = 0; i < word.length; i += 1) if (isVowel(word, i)) return true;
  return false;
}

function endsShort(word: string): boolean {
  const n = word.length;
  return (
    n >= 3 &&
    !isVowel(word, n - 1) &&
    isVowel(word, n - 2) &&
    !isVowel(word, n - 3) &&
    !/[wxy]$/.test(word)
  );
}
