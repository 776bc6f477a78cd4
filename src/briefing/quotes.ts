import type { CorpusReader } from '../corpus/corpus.ts';
import type { Article } from '../news/article.ts';
import type { Coverage, Line, Source } from '../news/brief.ts';
import { type Refusal, refuse } from '../news/refusal.ts';
import type { Topic } from '../news/topic.ts';
import { manner } from './answer.ts';
import { understand } from './ask.ts';
import type { Candidate } from './candidate.ts';
import { citedLines } from './cite.ts';
import { considerAll } from './considering.ts';
import { coverageOf } from './coverage.ts';
import { findFor, topicNamed } from './find.ts';
import { lineOf } from './line.ts';
import { isSaidBy } from './names.ts';
import type { BriefRequest } from './request.ts';
import { overlaps, repeats } from './same.ts';
import { suggestions } from './suggest.ts';
import { wordsOf } from './words.ts';

/** Most statements of one answer to `/brief quotes`. */
const MOST_QUOTES = 25;
/** How near to a topic a statement must be. */
const NEAR = 0.7;

/** What somebody said, or was said about a topic, newest first, each statement cited. */
export interface Quotes {
  /** The topic's title, the speaker's fullest name, or the words asked. */
  readonly title: string;
  readonly asOf: string | null;
  readonly coverage: Coverage;
  readonly lines: readonly Line[];
  readonly sources: readonly Source[];
}

/** Finds as `quotesOf` does, here or elsewhere. */
export type QuotesFrom = (
  ...given: Parameters<typeof quotesOf>
) => Quotes | Refusal | Promise<Quotes | Refusal>;

/** The answer to `/brief quotes …` from a corpus. */
export async function quotesFor(
  corpus: CorpusReader,
  request: BriefRequest,
  from: QuotesFrom = quotesOf,
): Promise<Quotes | Refusal> {
  const { articles, topics, since, asOf } = await findFor(corpus, request, undefined);
  return from(articles, topics, { ...request, since, asOf });
}

/**
 * The statements of a speaker ("kirby", "Kirby's", "State Department"; "kirby china" for those that speak of China), or on
 * a topic. A refusal where nobody of that name says anything, with who may have been meant.
 */
export function quotesOf(
  articles: readonly Article[],
  topics: readonly Topic[],
  request: Pick<BriefRequest, 'words' | 'since' | 'asOf'>,
): Quotes | Refusal {
  const { words, since, asOf } = request;
  const topic = topicNamed(words, topics);
  const considered = considerAll(articles, topic ?? '', topics, { since, asOf });
  const said = considered.flatMap(({ all }) =>
    all.filter(
      ({ candidate }) =>
        candidate.statement !== undefined && candidate.complete && !leansBack(candidate),
    ),
  );
  const chosen = topic
    ? said.filter(({ nearness }) => nearness >= NEAR).map(({ candidate }) => candidate)
    : saidByAsked(
        words,
        said.map(({ candidate }) => candidate),
      );
  if (chosen.length === 0) {
    const meant = suggestions(words, topics, articles);
    return refuse(
      `No article tells what “${words}” said.`,
      meant.length > 0
        ? `Did you mean ${meant.map((name) => `“${name}”`).join(' or ')}?`
        : 'Ask for a speaker by name, for example: /brief quotes kirby',
    );
  }
  const lines = newestFirst(chosen).slice(0, MOST_QUOTES);
  const within = considered.filter(({ article }) =>
    chosen.some((each) => each.article.id === article.id),
  );
  return {
    title: topic?.title ?? fullestName(chosen),
    asOf,
    coverage: coverageOf(within, asOf),
    ...citedLines(lines.map(lineOf), articles),
  };
}

/** True for words that make sense only beside others ("he could not confirm it", "declined to say whether they would be"). */
function leansBack({ isStatement, statement, text }: Candidate): boolean {
  if (statement?.quoted !== true && LEFT_OPEN.test(text)) return true;
  return isStatement && (POINTS_BACK.test(text) || NOBODY_MEANT.test(text));
}

const POINTS_BACK = /^[“"]?(?:he|she|they|it|his|her|its|their|that|this|those|these|such)\b/i;
const LEFT_OPEN =
  /\b(?:it|this|that|them|those|these|they|he|she)(?: (?:had|has|have|would|will|could|did|does|do|was|were|is|are|be|been|so))*[.”"]*$/i;
/** "room for them": no name and nothing in the plural stands before. */
const NOBODY_MEANT = /^.(?!.*[^us]s\b.*\bthem\b)[^\p{Lu}]*\bthem\b/u;

/** Statements of the speaker that the words name, first or last, that hold whatever other words there are. */
function saidByAsked(typed: string, said: readonly Candidate[]): Candidate[] {
  const { speaker, terms } = understand(typed, [], []);
  const asked =
    speaker === null ? splits(typed) : [{ name: speaker, about: terms.map(({ stem }) => stem) }];
  for (const { name, about } of asked) {
    const found = said.filter(
      ({ statement, around, above }) =>
        statement !== undefined &&
        isSaidBy(name, statement) &&
        about.every((stem) => `${around}${above}`.includes(` ${stem} `)),
    );
    if (found.length > 0) return found;
  }
  return [];
}

/** The ways in which words may be a name and what it was about: the longest name first. */
function splits(typed: string): { readonly name: string; readonly about: readonly string[] }[] {
  const words = wordsOf(typed);
  return words.flatMap((_, left) => {
    const size = words.length - left;
    const at = words[size]?.start ?? typed.length;
    const name = typed.slice(0, at);
    const about = understand(typed.slice(at), [], []).terms.map(({ stem }) => stem);
    return [{ name, about }];
  });
}

function newestFirst(chosen: readonly Candidate[]): Candidate[] {
  const day = ({ statement, day: published = '' }: Candidate) => statement?.date ?? published;
  const sorted = [...chosen].sort(
    (a, b) =>
      day(b).localeCompare(day(a)) || b.article.arrival - a.article.arrival || a.start - b.start,
  );
  const kept: Candidate[] = [];
  for (const each of sorted) {
    const better = sorted.some((other) => overlaps(each, other) && manner(other) > manner(each));
    if (!better && !kept.some((other) => repeats(each, other))) kept.push(each);
  }
  return kept;
}

function fullestName(chosen: readonly Candidate[]): string {
  return chosen
    .map(({ statement }) => statement?.speaker ?? '')
    .reduce((fullest, name) => (name.length > fullest.length ? name : fullest), '');
}
