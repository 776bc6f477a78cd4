const BROKEN = /([\p{L}\p{M}]+)[-\u2010\u00ad]$/u;
const NO_WORD = /[^\p{L}\p{M}\u2010-]+/u;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/**
 * Joins a line to the one before. A hyphen at its end goes where it only broke a word, and stays where the
 * compound is written so elsewhere, or both its parts are words of the text and the whole is none.
 */
export function hyphenMender(lines: readonly string[]): (text: string, next: string) => string {
  const words = new Set<string>();
  for (const line of lines) {
    for (const word of line.toLowerCase().split(NO_WORD)) {
      // A line's last word may be half a word.
      if (/[\p{L}\p{M}]$/u.test(word)) words.add(word.replaceAll('\u2010', '-'));
    }
  }
  function isCompound(first: string, second: string): boolean {
    if (words.has(first + second)) return false;
    if (words.has(`${first}-${second}`)) return true;
    return first.length > 2 && second.length > 2 && words.has(first) && words.has(second);
  }
  return (text, next) => {
    const first = BROKEN.exec(text.slice(-60))?.[1];
    const second = /^[\p{L}\p{M}]+/u.exec(next.slice(0, 60))?.[0];
    if (first === undefined || second === undefined) {
      const ends = text.slice(-1);
      const isOpen = /[-\u2010\u00ad]$/u.test(ends) && !/\s[-\u2010]$/u.test(text.slice(-2));
      const isUnspaced = UNSPACED.test(ends) && UNSPACED.test(next.slice(0, 1));
      return isOpen || isUnspaced ? text + next : `${text} ${next}`;
    }
    const isName = /^\p{Lu}/u.test(second);
    const isSoft = text.endsWith('\u00ad');
    if (!isSoft && (isName || isCompound(first.toLowerCase(), second.toLowerCase())))
      return text + next;
    return text.slice(0, -1) + next;
  };
}
