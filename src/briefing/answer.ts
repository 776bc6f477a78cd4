import type { Ask, AskKind } from './ask.ts';
import type { Candidate } from './candidate.ts';
import { figuresIn } from './figure.ts';
import { countsWhatIsAsked, fitsKind } from './fits.ts';
import { isCountry } from './irregular.ts';
import { stanceOf } from './stance.ts';
import type { Near } from './subject.ts';
import type { Weights } from './weights.ts';
import { sequenceOf } from './words.ts';

/** A candidate that answers a question, and how well: above 0, best first by `answersTo`. */
export interface Answering {
  readonly candidate: Candidate;
  readonly score: number;
  /** Where it stands on "who did it", as `stanceOf` gives it; undefined for other questions. */
  readonly stance: string | undefined;
}

/**
 * Every candidate that really answers: it holds the kind of thing asked for, and the words of the question, or one of the
 * marks that the topic gives for it. `today` is the day spoken for.
 */
export function answersTo(
  ask: Ask,
  all: readonly Near[],
  weights: Weights,
  today: string | null,
): Answering[] {
  const found: Answering[] = [];
  for (const { candidate, nearness } of all) {
    if (nearness < (ask.kind === 'says' ? 0.45 : 0.3) || !candidate.complete) continue;
    const stance = ask.kind === 'culprit' ? stanceOf(candidate, ask.matter) : undefined;
    if (ask.kind === 'culprit' && stance === undefined) continue;
    const match = matchOf(ask, candidate, stance, weights);
    if (match <= 0 || !fitsKind(ask, candidate, today)) continue;
    const recency = weights.recency(candidate.day) ** (isAboutNow(ask) ? 1 : 0.4);
    const worded = ask.wording.some((word) => candidate.text.toLowerCase().includes(word))
      ? 1.15
      : 1;
    const told = ask.kind === 'happened' && candidate.statement !== undefined ? 0.8 : 1;
    const headed = ask.kind === 'how-many' && isHeadline(ask, candidate) ? 1.6 : 1;
    const heads =
      ask.kind === 'who' && ask.isTopics && !BY_THEN.test(candidate.text)
        ? 1 + 0.25 * Math.min(3, peopleIn(candidate) - 1)
        : 1;
    const score =
      told * headed * heads * match * worded * (0.3 + 0.7 * nearness) * recency * manner(candidate);
    found.push({ candidate, score, stance });
  }
  return found.sort(
    (a, b) =>
      b.score - a.score ||
      b.candidate.article.arrival - a.candidate.article.arrival ||
      a.candidate.start - b.candidate.start,
  );
}

/** Words that end or hold the name of a body, a place or an occasion, never a person's. */
const NO_PERSON =
  /\b(?:Dialogues?|Department|Ministry|Track|Exchange|Consultation|Office|Agency|Committee|House|Senate|States?|Nations|Union|Army|Forces?|Council|Government|Group|Summit|Conference|University|Party)\b/;

/** Of those who were there before: no answer to who is there now. */
const BY_THEN = /\b(?:was|were) the first\b|\bformer\b/i;

/** True for a question whose answers are who says what. */
export function isByVoice(kind: AskKind): boolean {
  return kind === 'culprit' || kind === 'says';
}

/** True where the newest answer is the best: what people say of a matter goes out of date, what happened does not. */
export function isAboutNow({ kind, isAhead }: Ask): boolean {
  return kind === 'whether' || isByVoice(kind) || kind === 'how-many' || isAhead;
}

/** How many people a passage names in full, at least 1: who tells of the heads of both sides names several. */
function peopleIn({ text }: Candidate): number {
  const names = text.match(/(?<!\p{Lu}\p{L}*\s)\p{Lu}\p{Ll}+(?:\s\p{Lu}[\p{L}.'’-]+)+/gu) ?? [];
  const people = names.filter((name) => !NO_PERSON.test(name));
  return Math.max(1, people.length);
}

/** True where the number asked for is the one in its article's title. */
function isHeadline({ counted }: Ask, candidate: Candidate): boolean {
  const { title, text } = candidate.article;
  return figuresIn(candidate).some(({ start, end, counts }) => {
    const [digits] = /\d[\d.,]*\d|\d/.exec(text.slice(start, end)) ?? [];
    return digits && countsWhatIsAsked(counted, counts) && title?.split(/[\s-]+/).includes(digits);
  });
}

/** How much of a question a candidate speaks to; 0 where too little. */
function matchOf(
  ask: Ask,
  candidate: Candidate,
  stance: string | undefined,
  weights: Weights,
): number {
  const marks = markMatch(ask, candidate);
  const terms = termMatch(ask, candidate, weights);
  if (stance !== undefined) return (namesBystander(stance) ? 0.3 : 1) + 0.1 * Math.min(marks, 3);
  if (ask.kind === 'says') {
    const isAnybody = ask.speaker === null && ask.isTopics;
    return terms === null || (isAnybody && marks === 0) ? 0 : 1 + terms + 0.2 * Math.min(marks, 3);
  }
  if (ask.isTopics)
    return marks > 0 || (terms ?? 0) > 0 ? 0.5 + 0.4 * Math.min(marks, 4) + 0.3 * (terms ?? 0) : 0;
  if (ask.terms.length === 0) return ask.kind === 'what' ? 0 : 1;
  return terms ?? 0;
}

/** Sum of the weights of a topic's marks that a candidate holds; those within another count once,
 * and a speaker's own name not at all. */
function markMatch({ marks, kind }: Ask, { sequence, statement }: Candidate): number {
  const own =
    kind === 'says' ? sequenceOf(`${statement?.role ?? ''} ${statement?.speaker ?? ''}`) : '';
  const held = marks.filter(
    (mark) => sequence.includes(mark.sequence) && !own.includes(mark.sequence),
  );
  return held
    .filter(
      (mark) => !held.some((other) => other !== mark && other.sequence.includes(mark.sequence)),
    )
    .reduce((sum, { weight }) => sum + weight, 0);
}

/** True where a person's name is the only culprit in sight: "the clerk is blamed unfairly" accuses nobody of the deed. */
function namesBystander(stance: string): boolean {
  return stance.startsWith('names ') && !isCountry(stance.slice(6));
}

/** Share of a question's words that a candidate holds, by weight, from 0 to 1; null where an important one is missing. */
function termMatch(ask: Ask, candidate: Candidate, weights: Weights): number | null {
  let [held, all] = [0, 0];
  for (const { stem, any, isName } of ask.terms) {
    const weight = weights.of(stem);
    all += weight;
    if (candidate.has.has(stem)) held += weight;
    else if (!ask.isTopics && [...any].some((each) => candidate.has.has(each)))
      held += 0.9 * weight;
    else if (isName && candidate.around.includes(` ${stem} `)) held += 0.8 * weight;
    else if (candidate.around.includes(` ${stem} `)) held += 0.7 * weight;
    else if (isName && candidate.above.includes(` ${stem} `)) held += 0.65 * weight;
  }
  return all === 0 ? 0 : held >= 0.75 * all ? held / all : null;
}

/** Quoted words and whole passages over reported scraps, short over long, and no opening "they" without a name. */
export function manner({ isStatement, statement, text }: Candidate): number {
  const form = isStatement === (statement?.quoted === true && text.length > 40) ? 1 : 0.9;
  const long = 1 - Math.max(0, text.length - 160) / 1_200;
  const unclear =
    isStatement && /^(?:he|she|they|this|that|these|those|such)\b/i.test(text) ? 0.6 : 1;
  const scrap = text.split(/\s+/).length < 6 ? 0.5 : 1;
  return form * long * unclear * scrap;
}
