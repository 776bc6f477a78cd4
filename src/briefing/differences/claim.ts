import type { Statement } from '../../news/reading.ts';
import type { Span } from '../../news/span.ts';
import type { Candidate } from '../candidate.ts';
import type { Near } from '../subject.ts';
import { type Known, tellingStems } from './context.ts';
import type { Blame } from './culprits.ts';

/** What a statement holds to be so or not so, as far as one sentence tells it without conditions. */
export interface Claim {
  readonly candidate: Candidate;
  /** Null where it is the outlet's own. */
  readonly speaker: string | null;
  readonly span: Span;
  readonly nearness: number;
  /** The words of the claim, without those that deny it. */
  readonly words: string;
  readonly stems: readonly string[];
  readonly isDenied: boolean;
  readonly isAhead: boolean;
  /** True where its subject is a pronoun, which stands for the speaker or for somebody named before. */
  readonly opensWithPronoun: boolean;
}

const NO_ASSERTION =
  /\b(?:ask|urg|call|wonder|question|hop|want|demand|seek|request|expect|fear|worr|predict|suggest|recommend|plan|vow|threat|warn|doubt|accus|blam|prais|critic|suspect|would like)\p{L}*/iu;
const REJECTS = /\b(?:reject|dismiss|den(?:y|ie)|disput|refut|rebut|contradict)\p{L}*/iu;
const REJECTED_THAT =
  /^(?:[“"']?)(?:as \p{L}+ )?(?:the|any|an?|all|those|these|such)?\s*(?:\p{L}+\s){0,2}?(?:claims?|accusations?|allegations?|charges?|suggestions?|reports?|notion|idea|assertions?) (?:that\s+|of\s+|(?=(?:it|they|he|she|the|its|their)\s))/iu;
/** "denied directing the raid": the speaker is the subject. */
const OWN_DEED = /^(?:\p{Ll}+ly )?(?:having )?\p{Ll}+(?:ing|ed)\b/u;
const NEGATIONS = /\b(?:not|never|no|nobody|none|neither|nor|without|no one)\b|n['’]t\b/giu;
/** Words with "not" and "no" that deny nothing, or only a part. */
const NO_DENIAL =
  /\b(?:not (?:only|just|merely|simply|all|every|yet|necessarily|enough|always|fully|entirely|immediately|until)|no (?:longer|doubt|more|less|fewer|later|matter|comment)|without (?:naming|saying|giving|elaborat)\p{L}*)\b/iu;
const CONDITION =
  /\b(?:if|unless|whether|until|could|may|might|should|must|or|would have|provided that|as long as|except|only|when|before)\b|\?/iu;
const AHEAD =
  /\b(?:will|would|won['’]t|wouldn['’]t|(?:is|are|was|were) (?:going|due|set) to|shall|to be)\b/iu;
const AUXILIARY = new Set('have will do can'.split(' '));
const PRONOUN = /^[“"'‘]?(?:it|they|he|she|we|i)\b/iu;
/** Where a second sentence begins that the claim does not need. */
const SECOND =
  /(?:;|,\s(?:and|but|so|while|whereas|adding|which|who|though|although|as)\b|[.!]\s|\s(?:but|and) (?=(?:it|they|he|she|we|i|that|there)\s)).*$/isu;

/**
 * The claims that statements near the subject make or deny, and what those blamed are said to have done; questions, hopes,
 * conditions and half denials are none.
 */
export function claimsIn(all: readonly Near[], blames: readonly Blame[], known: Known): Claim[] {
  return [...statedIn(all, known), ...blames.map((blame) => accusation(blame, known))];
}

function accusation({ candidate, nearness, culprit, deed }: Blame, known: Known): Claim {
  const words = `${culprit} ${deed}`;
  return {
    candidate,
    speaker: candidate.statement?.speaker ?? null,
    span: candidate,
    nearness,
    words,
    stems: [...new Set(tellingStems(words, known))],
    isDenied: false,
    isAhead: false,
    opensWithPronoun: false,
  };
}

function statedIn(all: readonly Near[], known: Known): Claim[] {
  return all.flatMap(({ candidate, nearness }) =>
    candidate.isStatement
      ? []
      : candidate.within.flatMap(
          (statement) => claimOf(candidate, statement, nearness, known) ?? [],
        ),
  );
}

function claimOf(
  candidate: Candidate,
  statement: Statement,
  nearness: number,
  known: Known,
): Claim | undefined {
  const { article, start, end } = candidate;
  if (statement.polarity === 'declines' || statement.start < start || statement.end > end)
    return undefined;
  const text = article.text.slice(statement.start, statement.end);
  const cue = statement.cue ?? '';
  if (NO_ASSERTION.test(cue)) return undefined;
  const rejected = REJECTS.test(cue) ? REJECTED_THAT.exec(text) : null;
  if (REJECTS.test(cue) && rejected === null && statement.polarity !== 'denies') return undefined;
  const whole = rejected === null ? text : text.slice(rejected[0].length);
  const first = whole.replace(SECOND, '');
  if (NO_DENIAL.test(first) || CONDITION.test(first)) return undefined;
  const negations = first.match(NEGATIONS)?.length ?? 0;
  const cueDenies = rejected !== null || statement.polarity === 'denies';
  if (negations + (cueDenies ? 1 : 0) > 1) return undefined;
  const own = cueDenies && OWN_DEED.test(first) ? `${statement.speaker ?? ''} ` : '';
  const words = own + first.replace(NEGATIONS, ' ');
  const stems = tellingStems(words, known).filter((each) => !AUXILIARY.has(each));
  if (stems.length < 3) return undefined;
  return {
    candidate,
    speaker: statement.speaker,
    // Without its denial a statement would be read as its opposite: then the whole passage must be shown.
    span: cueDenies ? { start, end } : statement,
    nearness,
    words,
    stems: [...new Set(stems)],
    isDenied: cueDenies || negations === 1,
    isAhead: AHEAD.test(first),
    opensWithPronoun: PRONOUN.test(first),
  };
}
