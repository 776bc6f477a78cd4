const units =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

const small = new Map<string, number>([
  ...units.map((word, value) => [word, value] as const),
  ...tens.map((word, at) => [word, (at + 2) * 10] as const),
]);

const scales = new Map<string, number>([
  ['dozen', 12],
  ['dozens', 12],
  ['hundred', 100],
  ['thousand', 1_000],
  ['million', 1_000_000],
  ['billion', 1_000_000_000],
  ['trillion', 1_000_000_000_000],
]);

const smallWord = `(?:${[...small.keys()].sort((a, b) => b.length - a.length).join('|')})`;

/** A number below a hundred in words, as the source of a regular expression. */
export const smallNumber = `(?:(?:${tens.join('|')})[- ](?:${units.slice(1, 10).join('|')})|${smallWord})`;

/** The number that words or digits stand for ("twenty-one", "two dozen", "1,500", "a hundred"), or null. */
export function parseNumber(words: string): number | null {
  const digits = words.replace(/,/g, '');
  if (/^\d+(?:\.\d+)?$/.test(digits)) return Number(digits);
  let whole = 0;
  let part: number | null = null;
  for (const word of words.toLowerCase().split(/[\s-]+/)) {
    const value = small.get(word);
    const scale = scales.get(word);
    if (value !== undefined) part = (part ?? 0) + value;
    else if (scale !== undefined && scale < 1_000) part = (part ?? 1) * scale;
    else if (scale !== undefined) {
      whole += (part ?? 1) * scale;
      part = null;
    } else if (word === 'a' || word === 'an') part = 1;
    else if (word !== 'and' && word !== 'of') return null;
  }
  return part === null && whole === 0 ? null : whole + (part ?? 0);
}
