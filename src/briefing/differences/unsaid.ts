import { STANDINGS } from '../../news/standing.ts';
import type { Candidate } from '../candidate.ts';
import { figuresIn, headOf } from '../figure.ts';
import { standingOf } from '../line.ts';
import { sameSpeaker } from '../names.ts';
import type { Near } from '../subject.ts';
import { stemsOf } from '../words.ts';
import { areSubstituted, type Known, shareSaid, tellingStems } from './context.ts';
import type { Blame } from './culprits.ts';

/** What somebody declined to say. */
export interface Unsaid {
  readonly candidate: Candidate;
  readonly nearness: number;
  readonly asked: 'who' | 'how many' | 'how much' | 'whether' | 'where' | 'when' | 'name';
  readonly words: string;
  readonly stems: readonly string[];
}

const DECLINES =
  /\b(?:declin(?:ed?|es|ing)|refus(?:ed?|es|ing)|would not|wouldn['’]t|will not|won['’]t)(?: (?:again|publicly|repeatedly|also|late|on \p{Lu}\p{L}+))*(?: to)? (?:say|name|identify|disclose|reveal|specify|give|confirm|tell (?:reporters|journalists|parliament|lawmakers)|comment on)\s+(?<asked>[^.,;”"]+)/iu;
/** Letters that every declining has: to look for them first is faster. */
const MAY_DECLINE = ['eclin', 'efus', ' not ', "n't ", 'n’t '];
const WORD =
  /^(?<word>who|how many|how much|whether|if|where|when|the name of|the (?:number|amount) of)\b/i;
const PLACE = /\b(?:in|at|near|on|outside|inside|off|under|beside)\s+(?:the\s+)?\p{L}+/iu;
const COPULA = /\b(?:is|was|are|were|be|had been|has been)\b/i;
const NOT_SO =
  /\b(?:not|never|no|nobody|whether|if|may|might|could|who|how many|how much|declin\p{L}*|refus\p{L}*)\b|n['’]t\b|\?/iu;
/** Share of the words asked about that an answer must have. */
const LEAST_SAID = 0.8;

/** What passages near the subject tell that somebody declined to say, so far as it is a question that can be answered. */
export function unsaidIn(all: readonly Near[], known: Known): Unsaid[] {
  return all.flatMap(({ candidate, nearness }) => {
    if (candidate.isStatement || !MAY_DECLINE.some((word) => candidate.text.includes(word)))
      return [];
    const asked = DECLINES.exec(candidate.text)?.groups?.asked;
    if (asked === undefined) return [];
    const kind = kindOf(asked, candidate.text);
    const stems = [...new Set(tellingStems(asked, known))];
    if (kind === undefined || stems.length < (kind === 'whether' ? 3 : 2)) return [];
    return [{ candidate, nearness, asked: kind, words: asked, stems }];
  });
}

function kindOf(asked: string, text: string): Unsaid['asked'] | undefined {
  const word = WORD.exec(asked)?.groups?.word?.toLowerCase();
  switch (word) {
    case 'if':
      return 'whether';
    case 'the name of':
      return 'name';
    case 'the number of':
      return 'how many';
    case 'the amount of':
      return 'how much';
    case undefined:
      return /\b(?:name|identify|disclose|reveal)\s+(?:the|its|their|his|her)\b/i.test(text)
        ? 'name'
        : undefined;
    default:
      return word as Unsaid['asked'];
  }
}

/** Pairs of what one declined to say and a passage in which another says it; each silence once. */
export function saidElsewhere(
  unsaid: readonly Unsaid[],
  all: readonly Near[],
  blames: readonly Blame[],
  known: Known,
): (readonly [Unsaid, Near])[] {
  return unsaid.flatMap((silence) => {
    const [said] = all
      .filter((near) => says(silence, near.candidate, blames, known))
      .sort((a, b) => rankOf(a) - rankOf(b));
    return said === undefined ? [] : [[silence, said] as const];
  });
}

function rankOf({ candidate }: Near): number {
  return STANDINGS.indexOf(standingOf(candidate));
}

function says(silence: Unsaid, other: Candidate, blames: readonly Blame[], known: Known): boolean {
  if (other.isStatement || other.article.id === silence.candidate.article.id) return false;
  if (NOT_SO.test(other.text) || DECLINES.test(other.text)) return false;
  if (other.statement === undefined && other.within.length === 0) return false;
  if (isSameVoice(silence.candidate, other)) return false;
  const has = new Set(tellingStems(other.text, known));
  // Whether it is so only the same words tell; how many there are, any passage on the matter.
  if (silence.asked === 'whether' && !silence.stems.every((stem) => has.has(stem))) return false;
  if (shareSaid(silence.stems, has) < LEAST_SAID) return false;
  if (areSubstituted(silence.words, other.text)) return false;
  return answers(silence, other, blames, known);
}

function isSameVoice(one: Candidate, other: Candidate): boolean {
  const [a, b] = [one.statement?.speaker, other.statement?.speaker];
  return a != null && b != null && sameSpeaker(a, b) && one.day === other.day;
}

function answers(
  { asked, words, stems }: Unsaid,
  other: Candidate,
  blames: readonly Blame[],
  known: Known,
): boolean {
  const beyond = tellingStems(other.text, known).filter((stem) => !stems.includes(stem));
  switch (asked) {
    case 'who':
      return blames.some(({ candidate }) => candidate === other);
    case 'how many': {
      const counted = stemsOf(words.replace(/^(?:how many|the number of) /i, '')).slice(0, 3);
      return figuresIn(other).some(
        ({ counts }) => counts !== null && counted.includes(headOf(counts)),
      );
    }
    case 'how much':
      return figuresIn(other).some(({ value }) => !/^[\d.]+$/.test(value));
    case 'whether':
      return true;
    case 'where':
      return PLACE.test(other.text) && beyond.length > 0;
    case 'when':
      return other.article.reading.dates.some(
        ({ start, end, value }) =>
          start >= other.start && end <= other.end && value !== other.statement?.date,
      );
    case 'name':
      return COPULA.test(other.text) && beyond.length > 0;
  }
}
