import { sameSpeaker } from '../names.ts';
import { stemsOf } from '../words.ts';
import type { Claim } from './claim.ts';
import { areSubstituted, isSaid, toldOn } from './context.ts';

/** Words of a claim that the denial of it need not repeat, at most. */
const MOST_UNSAID = 3;

/** Pairs of a claim and its denial, by different speakers or by one on different days; each denial once. */
export function opposedIn(claims: readonly Claim[]): (readonly [Claim, Claim])[] {
  const denials = claims.filter(({ isDenied }) => isDenied);
  const holding = byStem(claims.filter(({ isDenied }) => !isDenied));
  return denials.flatMap((denial) => {
    const rarest = denial.stems
      .map((stem) => holding.get(stem) ?? [])
      .filter((claimed) => claimed.length > 0)
      .sort((a, b) => a.length - b.length)
      .slice(0, 2)
      .flat();
    const against = rarest.find((claim) => areOpposed(claim, denial));
    return against === undefined ? [] : [[against, denial] as const];
  });
}

function byStem(claims: readonly Claim[]): Map<string, Claim[]> {
  const found = new Map<string, Claim[]>();
  for (const claim of claims)
    for (const stem of claim.stems) {
      const others = found.get(stem);
      if (others === undefined) found.set(stem, [claim]);
      else others.push(claim);
    }
  return found;
}

/** True where one denies what the other claims, word for word but for a few that only the claim has. */
function areOpposed(claim: Claim, denial: Claim): boolean {
  if (claim.isAhead !== denial.isAhead || !byAnotherOrLater(claim, denial)) return false;
  const said = new Set(claim.stems);
  if (!denial.stems.every((stem) => isSaid(stem, said))) return false;
  const denied = new Set(denial.stems);
  const unsaid = claim.stems.filter((stem) => !isSaid(stem, denied));
  if (unsaid.length > Math.min(MOST_UNSAID, denial.stems.length)) return false;
  if (numbersConflict(claim.words, denial.words)) return false;
  return subjectsMeet(claim, denial) && !areSubstituted(claim.words, denial.words);
}

function byAnotherOrLater(claim: Claim, denial: Claim): boolean {
  const [one, other] = [claim.candidate, denial.candidate];
  const [a, b] = [claim.speaker, denial.speaker];
  const isOne = a !== null && b !== null && sameSpeaker(a, b);
  return !isOne || (one.article.id !== other.article.id && toldOn(one) !== toldOn(other));
}

/** "In 2020", "in 2021": claims that hold other numbers are about other things. */
function numbersConflict(one: string, other: string): boolean {
  const numbers = (text: string): readonly string[] => text.match(/\d[\d.,]*/g) ?? [];
  const [a, b] = [numbers(one), numbers(other)];
  return a.length > 0 && b.length > 0 && !a.some((each) => b.includes(each));
}

/** "It will not", said by one, is no answer to "it will", said of itself by another. */
function subjectsMeet(claim: Claim, denial: Claim): boolean {
  const [a, b] = [claim, denial].map(({ speaker }) => speaker ?? '');
  if (claim.opensWithPronoun && denial.opensWithPronoun) return sameSpeaker(a ?? '', b ?? '');
  if (!claim.opensWithPronoun && !denial.opensWithPronoun) return true;
  const [named, speaker] = claim.opensWithPronoun ? [denial, a] : [claim, b];
  const own = new Set(named.stems);
  return stemsOf(speaker ?? '').some((stem) => own.has(stem));
}
