import { sameSpeaker } from '../names.ts';
import { stemsOf } from '../words.ts';
import type { Claim } from './claim.ts';
import { areSubstituted, isSaid, toldOn } from './context.ts';

/** Words of a claim that the denial of it need not repeat, at most. */
const MOST_UNSAID = 3;

/** Pairs of a claim and its denial, by different speakers or by one on different days; each denial once. */
export function opposedIn(claims: readonly Claim[]): (readonly [Claim, Claim])[] {
  const denials = claims.filter(({ isDenied }) => isDenied);
  const claimed = claims.filter(({ isDenied }) => !isDenied);
  return denials.flatMap((denial) => {
    const against = claimed.find((claim) => areOpposed(claim, denial));
    return against === undefined ? [] : [[against, denial] as const];
  });
}

/** True where one denies what the other claims, word for word but for a few that only the claim has. */
export function areOpposed(claim: Claim, denial: Claim): boolean {
  if (claim.isAhead !== denial.isAhead || !byAnotherOrLater(claim, denial)) return false;
  const said = new Set(claim.stems);
  if (!denial.stems.every((stem) => isSaid(stem, said))) return false;
  const denied = new Set(denial.stems);
  const unsaid = claim.stems.filter((stem) => !isSaid(stem, denied));
  if (unsaid.length > Math.min(MOST_UNSAID, denial.stems.length)) return false;
  return subjectsMeet(claim, denial) && !areSubstituted(claim.words, denial.words);
}

function byAnotherOrLater(claim: Claim, denial: Claim): boolean {
  const [one, other] = [claim.candidate, denial.candidate];
  const [a, b] = [claim.statement.speaker ?? '', denial.statement.speaker ?? ''];
  return (
    !sameSpeaker(a, b) || (one.article.id !== other.article.id && toldOn(one) !== toldOn(other))
  );
}

/** "It will not", said by one, is no answer to "it will", said of itself by another. */
function subjectsMeet(claim: Claim, denial: Claim): boolean {
  const [a, b] = [claim, denial].map(({ statement }) => statement.speaker ?? '');
  if (claim.opensWithPronoun && denial.opensWithPronoun) return sameSpeaker(a ?? '', b ?? '');
  if (!claim.opensWithPronoun && !denial.opensWithPronoun) return true;
  const [named, speaker] = claim.opensWithPronoun ? [denial, a] : [claim, b];
  const own = new Set(named.stems);
  return stemsOf(speaker ?? '').some((stem) => own.has(stem));
}
