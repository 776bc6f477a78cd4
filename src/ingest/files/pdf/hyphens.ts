const BROKEN = /([\p{L}\p{M}]{1,60})[-\u2010\u00ad]$/u;
const NO_WORD = /[^\p{L}\p{M}\u2010-]+/u;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** What the second half of a compound is left out before ("long- and short-term"). */
const SUSPENDED = /^(?:and|or|to|und|oder|bis|et|ou|y|o|e)$/i;
/** So large a share of a text's lines end in half a word, where its program breaks words at all. */
const BREAKS = 0.025;

/** Words that stand whole in lines; the last of a line may be half a word. */
function wordsIn(lines: readonly string[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const line of lines) {
    for (const word of line.toLowerCase().split(NO_WORD)) {
      if (/[\p{L}\p{M}]$/u.test(word)) words.add(word.replaceAll('\u2010', '-'));
    }
  }
  return words;
}

/**
 * Joins a line to the one before. A hyphen at its end goes where it only broke a word: where the whole word stands
 * elsewhere, or else where the text breaks words, unless the compound stands elsewhere or both its parts do.
 */
export function hyphenMender(lines: readonly string[]): (text: string, next: string) => string {
  const words = wordsIn(lines);
  const broken = lines.filter((line) => BROKEN.test(line.slice(-60))).length;
  const breaksWords = broken >= lines.length * BREAKS;

  function isCompound(first: string, second: string): boolean {
    if (words.has(first + second)) return false;
    if (!breaksWords || words.has(`${first}-${second}`)) return true;
    return first.length > 2 && second.length > 2 && words.has(first) && words.has(second);
  }

  return (text, next) => {
    const end = text.slice(-61);
    const first = BROKEN.exec(end)?.[1];
    const second = /^[\p{L}\p{M}]{1,60}/u.exec(next)?.[0];
    if (first === undefined || second === undefined) {
      const isOpen = /[\p{L}\p{N}][-\u2010\u00ad]$/u.test(end);
      const isUnspaced = UNSPACED.test(end.slice(-1)) && UNSPACED.test(next.slice(0, 1));
      return isOpen || isUnspaced ? text + next : `${text} ${next}`;
    }
    if (text.endsWith('\u00ad')) return text.slice(0, -1) + next;
    if (SUSPENDED.test(second)) return `${text} ${next}`;
    const isName = /^\p{Lu}/u.test(second);
    return isName || isCompound(first.toLowerCase(), second.toLowerCase())
      ? text + next
      : text.slice(0, -1) + next;
  };
}
