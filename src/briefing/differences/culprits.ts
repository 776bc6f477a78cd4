import type { Candidate } from '../candidate.ts';
import { countryNamedIn } from '../side.ts';
import type { Near } from '../subject.ts';
import { sequenceOf, stemsIn, stemsOf } from '../words.ts';
import { areSubstituted, hasAround, type Known, shareSaid, tellingStems } from './context.ts';

/** Who or what a passage says did or caused something. */
export interface Blame {
  readonly candidate: Candidate;
  readonly nearness: number;
  readonly culprit: string;
  readonly deed: string;
  readonly stems: readonly string[];
}

const PHRASE = "(?:[\\p{L}\\p{N}’'-]+ ){0,7}[\\p{L}\\p{N}’'-]+";
const UNTIL = '(?=[,.;:”"]|\\s(?:on \\p{Lu}|said|and|but|which|who|when|after|because)|$)';
/** Ways of blaming, each with the words to look for first: most passages have none, and the forms are slow to try. */
const FORMS = [
  {
    words: stemsOf('responsible behind blame'),
    form: `(?<culprit>${PHRASE}) (?:was|were|is|are|had been|has been) (?:directly |likely |probably |most likely )?(?:responsible for|behind|to blame for) (?<deed>${PHRASE}?)${UNTIL}`,
  },
  {
    words: stemsOf('blame faulted'),
    form: `(?:blam(?:ed|es|ing)|faulted) (?<culprit>${PHRASE}?) for (?<deed>${PHRASE}?)${UNTIL}`,
  },
  {
    words: stemsOf('accuse'),
    form: `accus(?:ed|es|ing) (?<culprit>${PHRASE}?) of (?<deed>${PHRASE}?)${UNTIL}`,
  },
  {
    words: stemsOf('caused carried work blamed due'),
    form: `(?<deed>${PHRASE}) (?:was|were|had been|has been|is) (?:caused by|carried out by|the work of|blamed on|due to) (?<culprit>${PHRASE}?)${UNTIL}`,
  },
  {
    words: stemsOf('caused carried set triggered'),
    form: `(?<culprit>${PHRASE}) (?:had |has )?(?:caused|carried out|set off|triggered) (?<deed>${PHRASE}?)${UNTIL}`,
  },
].map(({ words, form }) => ({ words, form: new RegExp(form, 'giu') }));
const NO_CULPRIT =
  /^(?:(?:he|she|it|they|who|which|that|this|those|someone|somebody|anyone|nobody|no one|whoever|what|whatever|others?|hackers?|attackers?|officials?|people|unknown \p{L}+|criminals?|arsonists?)|.*\b(?:not|never|no|nobody|whether|if|who|what|may|might|could)\b.*)$/iu;
const OPEN =
  /\b(?:whether|if|not|n['’]t|never|no (?:evidence|proof|sign)|den(?:y|ie[sd]|ying)|reject\p{L}*|declin\p{L}*|refus\p{L}*|may|might|could|who)\b|n['’]t\b|\?/iu;
const BEFORE = /^.*\b(?:that|said|says|believes?|found|finds|concluded|told \p{L}+) /iu;

/** Who or what passages near the subject blame, and for what; doubts and denials blame nobody. */
export function blamesIn(all: readonly Near[], known: Known): Blame[] {
  return all.flatMap(({ candidate, nearness }) => {
    if (candidate.isStatement) return [];
    const forms = FORMS.filter(({ words }) => words.some((word) => candidate.has.has(word)));
    if (forms.length === 0 || OPEN.test(candidate.text)) return [];
    for (const { form } of forms)
      for (const { groups } of candidate.text.matchAll(form)) {
        const culprit = (groups?.culprit ?? '').replace(BEFORE, '').trim();
        const deed = (groups?.deed ?? '').replace(BEFORE, '').trim();
        const stems = [...new Set(tellingStems(deed, known))];
        if (
          NO_CULPRIT.test(culprit) ||
          tellingStems(culprit, known).length === 0 ||
          stems.length < 2
        )
          continue;
        return [{ candidate, nearness, culprit, deed, stems }];
      }
    return [];
  });
}

/** Pairs of passages that blame different ones for one thing; each of the later ones once. */
export function rivalBlames(blames: readonly Blame[]): (readonly [Blame, Blame])[] {
  return blames.flatMap((one, at) => {
    const other = blames.slice(0, at).find((each) => blameDifferent(each, one));
    return other === undefined ? [] : [[other, one] as const];
  });
}

function blameDifferent(one: Blame, other: Blame): boolean {
  if (one.candidate === other.candidate) return false;
  if (shareSaid(one.stems, hasAround(other.candidate)) < 1) return false;
  if (shareSaid(other.stems, hasAround(one.candidate)) < 1) return false;
  const shared = one.stems.filter((stem) => other.stems.includes(stem));
  if (shared.length < 2 || areSubstituted(one.deed, other.deed)) return false;
  return !meet(one.culprit, other.culprit);
}

function meet(one: string, other: string): boolean {
  const [a, b] = [sequenceOf(one), sequenceOf(other)];
  const [countryA, countryB] = [countryNamedIn(a), countryNamedIn(b)];
  if (countryA !== null && countryB !== null) return countryA === countryB;
  const own = new Set(stemsIn(b));
  return stemsIn(a).some((stem) => own.has(stem));
}
