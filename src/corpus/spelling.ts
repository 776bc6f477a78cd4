/** How many slips a word of this length is forgiven. */
export function slipsForgiven(word: string): number {
  if (word.length < 4) return 0;
  return word.length < 8 ? 1 : 2;
}

/** Letters wrong, missing, too many or swapped between two words (optimal string alignment); `most` + 1 for more. */
export function slipsBetween(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    let least = row;
    for (let at = 1; at <= other.length; at += 1) {
      const same = one[row - 1] === other[at - 1] ? 0 : 1;
      let slips = Math.min(
        (last[at] ?? 0) + 1,
        (current[at - 1] ?? 0) + 1,
        (last[at - 1] ?? 0) + same,
      );
      if (row > 1 && at > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1]) {
        slips = Math.min(slips, (beforeLast[at - 2] ?? 0) + 1);
      }
      current.push(slips);
      least = Math.min(least, slips);
    }
    if (least > most) return most + 1;
    beforeLast = last;
    last = current;
  }
  return last[other.length] ?? 0;
}

/** Which letters a word has, a bit for each of 32 kinds: a slip changes two of them at most. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
}

function bitsIn(letters: number): number {
  let bits = 0;
  for (let left = letters; left !== 0; left &= left - 1) bits += 1;
  return bits;
}

/** Words of a vocabulary that one may have meant, each with its slips. A number is never misspelt into another. */
export function likeSpelled(
  word: string,
  vocabulary: Iterable<string>,
): readonly (readonly [word: string, slips: number])[] {
  const most = slipsForgiven(word);
  if (most === 0 || !/^\p{L}+$/u.test(word)) return [];
  const found: (readonly [string, number])[] = [];
  const letters = lettersOf(word);
  for (const known of vocabulary) {
    // Most words are told apart at a glance, and there are hundreds of thousands.
    if (Math.abs(known.length - word.length) > most) continue;
    if (bitsIn(letters ^ lettersOf(known)) > 2 * most) continue;
    const slips = slipsBetween(word, known, most);
    if (slips <= most) found.push([known, slips]);
  }
  return found;
}
