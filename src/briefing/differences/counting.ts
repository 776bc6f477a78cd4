import type { DateMention, Figure } from '../../news/reading.ts';
import type { Span } from '../../news/span.ts';
import { parseNumber } from '../../reading/number-words.ts';
import type { Candidate } from '../candidate.ts';
import { figuresIn, headOf } from '../figure.ts';
import type { Near } from '../subject.ts';
import { stemsOf, wordsOf } from '../words.ts';
import { type Amount, amountOf } from './amount.ts';
import { hasAround, type Known, tellingStems } from './context.ts';

/** A figure in its passage, with what tells which thing it counts. */
export interface Counting {
  readonly candidate: Candidate;
  readonly nearness: number;
  /** Where the figure stands. */
  readonly span: Span;
  readonly amount: Amount;
  /** What is counted, in the article's words; '' for money or a share that stands alone. */
  readonly counts: string;
  /** Stem of its noun, or what befell people: 'dead', 'hurt'. */
  readonly head: string;
  /** Stem of what belongs to the things counted and is told of instead: "the fingerprints of 5 people". */
  readonly part: string | undefined;
  /** Stems that narrow the noun down. */
  readonly narrowed: readonly string[];
  /** Stems of the phrase right beside them that says which they are: "in the first coach". */
  readonly which: readonly string[];
  /** Stem of what is done to or by the things counted; undefined where the words next to them don't tell. */
  readonly deed: string | undefined;
  /** True where it comes on top of others: "new infections". */
  readonly adds: boolean;
  /** The clause that holds it. */
  readonly clause: string;
  readonly stems: readonly string[];
  /** The stems of its passage, of the one before and of the title. */
  readonly around: ReadonlySet<string>;
  readonly mode: 'so it is' | 'so it will be' | 'so it may be';
  /** Dates of the clause other than the day of saying, and other words for a stretch of time. */
  readonly days: readonly DateMention[];
  readonly period: string;
}

const BREAK =
  /\sand\s(?=(?:about |some |at least |more than )?[\d$€£])|[;:—–]|,\s(?=(?:and|but|while|whereas|which|where|although|though|after|as|when|including|with|up|down)\s)|\sand\s(?=(?:\S+\s){1,5}(?:were|was|are|have|had|has)\s)|\s(?:after|while)\s|\s(?:that|which|where|who)\s(?=(?:has|have|had|was|were|is|are)\s)/g;
const MAY_BE =
  /\b(?:can|could|may|might|if|imagin(?:es?|ed|ary)|assum(?:es?|ed|ing)|simulat\p{L}*|drill|exercise|modell?ed|worst|capable|capacity|room for|unless|possibl[ey]|potential(?:ly)?|fear(?:s|ed)?|at risk|scenario|whether|would have)\b/iu;
const WILL_BE =
  /\b(?:will|would|won['’]t|plan(?:s|ned|ning)?|to be|expect(?:s|ed)?|hop(?:es?|ed|ing)|aim(?:s|ed)?|target|goal|propos(?:al|es?|ed)|appeal(?:s|ed)?|ask(?:s|ed)?|seek(?:s|ing)?|forecast|project(?:s|ed|ion)?|intend(?:s|ed)?|promis(?:es?|ed)|pledg(?:es?|ed)|due|needs?|needed|requires?|should|must|allow(?:s|ed)?|limit|capacity|want(?:s|ed)?|offer(?:s|ed)?|demand(?:s|ed|ing)?|to (?=\p{Ll}+ (?:up to |at least |about |some )?\d))\b/iu;
const OF_A_WHOLE =
  /\b(?:of (?:them|those|these|whom|which|the|its|their|his|all)|among (?:them|those|the)|including|includes?|included|out of|another|other|further|additional)\s+(?:\p{L}+\s+){0,2}$/iu;
const WHOLE_AFTER =
  /^\s*(?:of (?:them|those|these|whom|the|its|their|his|all)\b|out of\b|more\b|others?\b)/i;
const ADDS = new Set(
  stemsOf('new additional extra another other further remaining separate second third'),
);
const WHICH_AFTER =
  /^\s(?:in|on|at|from|of|near|under|over|aged|with|without|between|among|inside|outside)\s((?:[\p{L}\p{N}’'-]+\s?){1,4})/u;
const WHICH_BEFORE =
  /^(?:In|On|At|From|Near|Among|Inside|Outside)\s((?:[\p{L}\p{N}’'-]+\s){1,5}?)[^.;]{0,3}$/u;
const PART = /\b(\p{L}{3,}) (?:of|for|from) $/u;
const DATA = new Set(
  stemsOf('records record data information files details number toll total count death'),
);
const NEUTRAL = new Set(stemsOf('total estimated confirmed overall entire full whole some'));
const PERIOD =
  /\b(?:an?|per|each|every) (?:second|minute|hour|day|week|month|quarter|year|season|head|person|night|game|match|share|ton|tonne|gallon|barrel|mile|kilomet(?:er|re))\b|\b(?:both|each|combined|together|before|until|ago|formerly|once)\b|\b(?:hourly|daily|weekly|monthly|quarterly|yearly|annual(?:ly)?|overnight)\b|\b(?:this|last|next|past|previous|first|second|third|fourth) (?:\p{L}+ )?(?:hours?|days?|weeks?|weekend|months?|quarter|years?|season|summer|winter|spring|autumn|decade)\b/giu;
const AUXILIARY =
  /^(?:had|have|has|was|were|is|are|been|being|be|will|would|who|that|not|also|still|reportedly|now|then|already)$/;
const PAST = /(?:ed|en)$/;
const PAST_IRREGULAR =
  /^(?:died|fled|lost|took|went|came|fell|left|ran|got|won|lived|said|saw|made|met|sat|stood|sought|voted|caught)$/;
const NO_DEED =
  /^(?:say|report|count|estim|put|give|show|record|confirm|number|total|regist|document|told|tell|list|includ|reach|rise|rose|climb|grow|stand|than|about|some|around|nearli|almost|over|least|have|be|cover|announc|recal)$/;
const TOLL =
  /\b(?:(?<toll>(?:death )?toll)(?:[^.;]{0,60}?\s|\s)|(?:number|count|total|tally) of (?<of>(?:[\p{L}\p{N}][\p{L}’'-]*\s){1,14}?))(?:to|at|stood at|stands at|reached|as|was|is|of)\s(?:(?:at least|about|some|nearly|almost|more than|over)\s)?(?<number>\d[\d,]*(?:\.\d+)?)(?![\d%]|\s?(?:million|billion|percent|per cent))/giu;
const TOLLING = stemsOf('toll number count total tally');
const POLL = /\b(?:polls?|polled|surveys?|surveyed|respondents|voters|points?)\b/i;
const BELONGS = /\s(?:of|in|from|by|at|on|during|after|since|with|for|to)\s/;
const AMONG = /\b(?:includ(?:es?|ed|ing)|among)\b/i;
const DEAD = /^(?:kill|die|dead|death|fatal|toll|slain|perish)/;
const HURT = /^(?:injur|wound|hurt)/;
const PEOPLE = /^(?:person|other|dead|death|injuri|fatal|toll|victim)$/;

/** The figures of passages near the subject that tell what they count; parts of a whole are left out. */
export function countingsIn(all: readonly Near[], known: Known): Counting[] {
  return all.flatMap(({ candidate, nearness }) => {
    if (candidate.isStatement || !/\d|\p{L}{3}/u.test(candidate.text)) return [];
    const figures = [...figuresIn(candidate), ...tollsIn(candidate)];
    return figures.flatMap((figure) => countingOf(candidate, figure, nearness, known) ?? []);
  });
}

/** The number of a toll or of "the number of people killed … to 41", which reading takes for no figure of anything. */
function tollsIn({ article, start, text, has }: Candidate): Figure[] {
  if (!TOLLING.some((word) => has.has(word))) return [];
  return [...text.matchAll(TOLL)].flatMap((hit) => {
    const { number = '', of } = hit.groups ?? {};
    const at = start + hit.index + hit[0].length - number.length;
    const known = article.reading.figures.some(
      (each) => each.counts !== null && each.start <= at && at < each.end,
    );
    const value = parseNumber(number);
    if (known || value === null) return [];
    return [
      {
        start: at,
        end: at + number.length,
        value: String(value),
        counts: of?.split(BELONGS)[0]?.trim() ?? 'dead',
      },
    ];
  });
}

function countingOf(
  candidate: Candidate,
  figure: Figure,
  nearness: number,
  known: Known,
): Counting | undefined {
  const { article, text } = candidate;
  const words = article.text.slice(figure.start, figure.end);
  const amount = amountOf(figure, words);
  const counts = figure.counts ?? '';
  if (amount === undefined || (counts === '' && amount.unit === '')) return undefined;
  if (amount.unit === '%' && isOfPoll(text)) return undefined;
  const at = { start: figure.start - candidate.start, end: figure.end - candidate.start };
  const before = text.slice(0, at.start);
  const rest = text.slice(at.end);
  const isTotal = /\b(?:toll|number|count|total|tally) of\b|\btoll\b/i.test(before);
  if (!isTotal && amount.unit !== '%' && (OF_A_WHOLE.test(before) || WHOLE_AFTER.test(rest)))
    return undefined;
  const span = clauseAround(text, at);
  const clause = text.slice(span.start, span.end);
  if (AMONG.test(text.slice(span.start, at.start))) return undefined;
  const head = headOf(counts);
  const narrowed = stemsOf(counts).filter((each) => each !== head && !NEUTRAL.has(each));
  const after = afterCounts(text.slice(at.end, span.end), counts);
  const deed = deedOf(text.slice(span.start, at.start), after, counts);
  const isFate = PEOPLE.test(head) || head === '' || fateOf(head) !== undefined;
  const fate = [head, deed ?? ''].map(fateOf).find((each) => each !== undefined);
  return {
    candidate,
    nearness,
    span: { start: figure.start, end: figure.end },
    amount,
    counts,
    head: isFate && amount.unit === '' && fate !== undefined ? fate : head,
    narrowed: isFate
      ? narrowed.filter((each) => fateOf(each) === undefined && !PEOPLE.test(each))
      : narrowed,
    which: tellingStems(
      `${WHICH_BEFORE.exec(before)?.[1] ?? ''} ${WHICH_AFTER.exec(after)?.[1] ?? ''}`,
      known,
    ),
    part: stemsOf(PART.exec(before)?.[1] ?? '').filter((each) => !DATA.has(each))[0],
    deed,
    adds: narrowed.some((each) => ADDS.has(each)),
    clause,
    stems: tellingStems(withoutSpeaker(candidate, clause), known),
    around: hasAround(candidate),
    mode: MAY_BE.test(clause)
      ? 'so it may be'
      : WILL_BE.test(clause)
        ? 'so it will be'
        : 'so it is',
    days: daysIn(candidate, span),
    period: (clause.match(PERIOD) ?? []).join(' ').toLowerCase(),
  };
}

/** Polls ask anew each time, and the shares of one passage are of different things. */
function isOfPoll(text: string): boolean {
  return POLL.test(text) || (text.match(/%|\bper ?cent\b/g)?.length ?? 0) > 1;
}

function fateOf(stem: string): string | undefined {
  if (DEAD.test(stem)) return 'dead';
  return HURT.test(stem) ? 'hurt' : undefined;
}

function clauseAround(text: string, at: { start: number; end: number }) {
  let [start, end] = [0, text.length];
  for (const hit of text.matchAll(BREAK)) {
    if (hit.index + hit[0].length <= at.start) start = hit.index + hit[0].length;
    else if (hit.index >= at.end && end === text.length) end = hit.index;
  }
  return { start, end };
}

function afterCounts(rest: string, counts: string): string {
  const place = counts === '' ? -1 : rest.replace(/\s+/g, ' ').indexOf(counts);
  return place < 0 || place > 12 ? rest : rest.slice(place + counts.length);
}

/** What is done by the things counted, right after them, or to them, right before their number. */
function deedOf(before: string, after: string, counts: string): string | undefined {
  const next = wordsOf(after)
    .slice(0, 6)
    .map(({ word }) => word);
  let at = 0;
  while (AUXILIARY.test(next[at] ?? '')) at += 1;
  const word = next[at];
  if (
    word !== undefined &&
    /^\s/.test(after) &&
    (at > 0 || PAST.test(word) || PAST_IRREGULAR.test(word))
  ) {
    const [stem] = stemsOf(word);
    if (stem !== undefined && !NO_DEED.test(stem)) return stem;
  }
  const inCounts = stemsOf(counts).find((stem) => fateOf(stem) !== undefined);
  if (inCounts !== undefined) return inCounts;
  const [last] = stemsOf(wordsOf(before).at(-1)?.word ?? '');
  return last === undefined || NO_DEED.test(last) || /^\d/.test(last) ? undefined : last;
}

/** A clause without the names and roles of whoever speaks in it. */
function withoutSpeaker({ within }: Candidate, clause: string): string {
  let left = clause;
  for (const { source, speaker, role } of within)
    for (const words of [source, speaker, role])
      if (words && !/^\d/.test(words)) left = left.split(words).join(' ');
  return left;
}

function daysIn(
  { article, start, statement, within }: Candidate,
  span: { start: number; end: number },
): DateMention[] {
  const said = new Set([statement?.date, ...within.map(({ date }) => date)]);
  return article.reading.dates.filter(
    (date) =>
      date.start >= start + span.start && date.end <= start + span.end && !said.has(date.value),
  );
}
