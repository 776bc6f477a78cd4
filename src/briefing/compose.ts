import type { Article } from '../news/article.ts';
import type { Brief, Correction } from '../news/brief.ts';
import type { Topic } from '../news/topic.ts';
import { type Answering, answersTo } from './answer.ts';
import { answersToAsked } from './asking/answers.ts';
import { widened } from './asking/widened.ts';
import { bottomLine } from './bottom-line.ts';
import { fitted } from './budget.ts';
import type { Candidate } from './candidate.ts';
import { chooseAnswers } from './choose.ts';
import { cited } from './cite.ts';
import { considerFor, type Times, withinTimes } from './considering.ts';
import { coverageOf } from './coverage.ts';
import { differingAnswers } from './differences/asked.ts';
import { differencesIn } from './differences/differences.ts';
import type { Differing } from './differences/differing.ts';
import { extract } from './extract.ts';
import { happenings, whatIsNext } from './happenings.ts';
import { independent } from './independent.ts';
import { type Inquiry, inquiryOf } from './inquiry.ts';
import { lineOf, standingOf } from './line.ts';
import { overlaps, tellSame } from './same.ts';
import type { Considered } from './subject.ts';
import { bestVoices } from './voices.ts';
import { type Weights, weigh } from './weights.ts';

/** How a brief is to be composed. */
export interface Composing extends Times {
  /** What was asked, as typed. */
  readonly question: string;
  /** True for a brief of what is new: a question that nothing new answers is left out. */
  readonly isUpdate?: boolean;
  /** Topics whose aliases any other words may use. */
  readonly topics?: readonly Topic[];
  /** What readers are to be told of lines that are gone; their sources are numbered here. */
  readonly corrections?: readonly Correction[];
  /** The articles that corrections concern, where they are about something else. */
  readonly corrected?: readonly Article[];
  /** Bounds the bottom line: whole passages, up to the one that reaches so many words. */
  readonly words?: number;
}

/**
 * The brief on a topic, or on any other words ('' for all of the articles), chosen among these articles and nothing else;
 * every line is a whole passage or a statement's exact span. The order of the articles doesn't matter, and an article
 * that is not about it changes nothing.
 */
export function composeBrief(
  articles: readonly Article[],
  about: Topic | string,
  composing: Composing,
): Brief {
  const {
    question,
    asOf = null,
    isUpdate = false,
    topics = [],
    words,
    corrections = [],
  } = composing;
  const within = withinTimes(articles, composing);
  const inquiry = inquiryOf(about, topics, within);
  const considered = considerFor(inquiry, within, composing.before);
  const used = independent(considered);
  const weights = weigh(used);
  const isQuestion = inquiry.asks.length > 0 && inquiry.topic === null;
  const coverage = coverageOf(considered, asOf, used);
  const after = asOf ?? coverage.to;
  const { asked, differences } = answered(inquiry, used, weights, after);
  const chosen = asked.flatMap((each) => each.chosen);
  const contested = asked.flatMap(({ isOnCulprit, chosen }) => (isOnCulprit ? chosen : []));
  const opening =
    words !== undefined
      ? extract(used, words)
      : isQuestion
        ? []
        : bottomLine(used, weights, asked.flatMap(leading), contested);
  // An answer keeps its lines though they stand above too; of many voices only the first of each standing do.
  const answers = asked.map((each) => {
    const first = leading(each);
    const stays = (one: Candidate) =>
      inquiry.voices === null ||
      first.includes(one) ||
      !opening.some((other) => overlaps(one, other));
    return { ask: each.ask, lines: each.chosen.filter(stays).map(lineOf) };
  });
  const next = after === null || isQuestion ? [] : whatIsNext(used, after);
  const brief: Brief = {
    topic: inquiry.topic,
    question,
    asOf,
    coverage,
    bottomLine: opening.map(lineOf),
    answers: isUpdate ? answers.filter(({ lines }) => lines.length > 0) : answers,
    differences: [...differences, ...(isQuestion ? [] : differencesIn(used, differences))].map(
      ({ about, sides, replaced = [] }) => ({
        about,
        sides: sides.map((side) => side.map(lineOf)),
        ...(replaced.length > 0 && { replaced }),
      }),
    ),
    timeline: happenings(used, after).map(({ candidate, also, ...when }) => ({
      ...when,
      line: lineOf(candidate),
      also: also.map(lineOf),
    })),
    next: next.filter((one) => !chosen.some((other) => overlaps(one, other))).map(lineOf),
    corrections,
    sources: [],
  };
  // Numbered before it is measured, and again after: what is left out frees its numbers.
  const sources = [...within, ...(composing.corrected ?? [])];
  const numbered = cited(brief, sources);
  return words === undefined ? cited(fitted(numbered), sources) : numbered;
}

/** What an answer surely shows: who says who did it, and of all else the first line of each standing. */
function leading({ chosen, isOnCulprit }: Answered): readonly Candidate[] {
  if (isOnCulprit) return chosen;
  const standings = chosen.map(standingOf);
  return chosen.filter((one, at) => standings.indexOf(standingOf(one)) === at);
}

interface Answered {
  readonly ask: string;
  readonly isOnCulprit: boolean;
  readonly chosen: readonly Candidate[];
}

function answered(
  inquiry: Inquiry,
  used: readonly Considered[],
  weights: Weights,
  today: string | null,
): { readonly asked: readonly Answered[]; readonly differences: readonly Differing[] } {
  const all = used.flatMap((each) => each.all);
  const shown: Candidate[] = [];
  const differences: Differing[] = [];
  const asked = inquiry.asks.map((ask): Answered => {
    const answering = ask.isPlain
      ? answersToAsked(ask, used, today)
      : answersTo(ask, all, weights, today);
    const chosen = chooseAnswers(ask, withoutShown(answering, shown)).map(
      (one) => widened(one) ?? one,
    );
    shown.push(...(ask.kind === 'culprit' ? chosen : chosen.slice(0, 1)));
    const difference = differingAnswers(ask, answering, chosen);
    if (difference) differences.push(difference);
    return { ask: ask.ask, isOnCulprit: ask.kind === 'culprit', chosen };
  });
  if (inquiry.voices === null) return { asked: toldOnce(asked), differences };
  const chosen = bestVoices(used, inquiry, weights);
  return { asked: [{ ask: inquiry.voices, isOnCulprit: false, chosen }], differences };
}

/** Answers without further lines that are the first of another answer: a first line is the last to be cut. */
function toldOnce(asked: readonly Answered[]): Answered[] {
  const firsts = asked.flatMap(({ chosen }) => chosen.slice(0, 1));
  return asked.map((each) => ({
    ...each,
    chosen: each.chosen.filter(
      (one, at) => at === 0 || each.isOnCulprit || !firsts.some((first) => overlaps(first, one)),
    ),
  }));
}

/** What has been shown already weighs half, so that something else of nearly the same worth takes its place. */
function withoutShown(answering: readonly Answering[], shown: readonly Candidate[]): Answering[] {
  const isShown = ({ candidate }: Answering) => shown.some((other) => tellSame(candidate, other));
  return answering
    .map((each) => (isShown(each) ? { ...each, score: each.score / 2 } : each))
    .sort((a, b) => b.score - a.score);
}
