/** Words that point back to somebody or something named before, and words that go on from a sentence before. */
const POINTS_BACK =
  /^(?:he|she|they|him|her|hers|his|it|its|their|theirs|them|this|that|these|those|such|both|neither|either|others?|another|one|some|the (?:two|three|four|former|latter|same|other|others))\b/i;
const GOES_ON =
  /^(?:but|and|or|so|yet|nor|however|meanwhile|also|still|instead|then|thus|therefore|nevertheless|nonetheless|moreover|furthermore|besides|rather|otherwise|in addition|as a result|for example|for instance|in contrast|by contrast|on the other hand|even so|at the same time|in turn|after that|before that|since then|there(?! (?:is|are|was|were|has|have|had|will|would|could|may|might)\b)|here|because of (?:that|this))\b/i;
/** "The official said": a description that somebody was given before. */
const DESCRIBED =
  /^(?:[Tt]he|[Tt]hat|[Tt]his|[Aa]nother)\s+(?:\p{Ll}[\p{L}-]*\s+){0,2}(?:officials?|spokes(?:man|woman|person|men|people)|ministers?|senators?|directors?|presidents?|chairm[ae]n|secretary|agency|agencies|company|companies|department|ministry|committee|report|statement|release|group|groups|man|men|woman|women|boy|girl|couple|suspects?|victims?|sources?|people|papers?|newspaper|author|authors|official’s|dialogue|meeting|talks|incident|move|decision|bill|law|deal|agreement|figure|number|plan|two)\b(?!\s+(?:of|for|in|on|at|from|between|with|to)\b)/u;
/** The same without a word that tells which official or which body. */
const BARELY_DESCRIBED = new RegExp(DESCRIBED.source.replace('{0,2}', '{0,0}'), 'u');
const PRONOUN = /^(?:he|she|they|his|her|their|it)$/i;
const FUNCTION =
  /^(?:the|a|an|in|on|at|by|for|from|with|as|when|while|after|before|if|although|though|because|since|asked|earlier|later|last|next|one|two|three|days?|weeks?|months?|years?|ago|early|late|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december)$/i;

/**
 * True for a passage that can be read alone: it opens with nothing that points back ("He", "The official", "But"), it
 * ends as a sentence does, and its quotation marks and brackets match.
 */
export function isComplete(passage: string): boolean {
  const opening = openingOf(passage);
  return isWhole(passage) && !DESCRIBED.test(opening) && !pronounFirst(opening);
}

/**
 * True for a passage that can be read beside another on the same matter: as `isComplete`, but a body described by its
 * field ("The interior ministry") and a pronoun for what the passage itself names before will do.
 */
export function isCompleteBeside(passage: string): boolean {
  return isWhole(passage) && !BARELY_DESCRIBED.test(openingOf(passage));
}

function openingOf(passage: string): string {
  return passage.replace(/^[\s"“‘'([*–—-]+/u, '');
}

/** True for a whole sentence whose first words point to nothing before it. */
function isWhole(passage: string): boolean {
  const opening = openingOf(passage);
  if (!/^[\p{Lu}\p{N}$€£#]/u.test(opening)) return false;
  if (!/[.!?…]["”’')\]]*$/u.test(passage.trimEnd())) return false;
  if (passage.trim().split(/\s+/).length < 4 || !marksMatch(passage)) return false;
  if (
    POINTS_BACK.test(opening) &&
    !/^(?:one of|some of|both of|both the|one \p{L}+ \p{Lu})/iu.test(opening)
  )
    return false;
  return !GOES_ON.test(opening);
}

/** True where every quotation mark and bracket that opens also closes. */
export function marksMatch(text: string): boolean {
  const count = (mark: RegExp) => text.match(mark)?.length ?? 0;
  return count(/“/g) === count(/”/g) && count(/"/g) % 2 === 0 && count(/\(/g) === count(/\)/g);
}

/** "On Monday he said": a pronoun among the first words, before any name. */
function pronounFirst(opening: string): boolean {
  for (const word of opening.split(/\s+/).slice(0, 8)) {
    const bare = word.replace(/[^\p{L}\p{N}.&'’-]/gu, '').replace(/[.'’]+$/u, '');
    if (PRONOUN.test(bare)) return true;
    if (/^\p{Lu}/u.test(bare) && !FUNCTION.test(bare)) return false;
  }
  return false;
}
