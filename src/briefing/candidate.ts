import { publishedDay } from '../corpus/published-day.ts';
import type { Article } from '../news/article.ts';
import type { Statement } from '../news/reading.ts';
import { isComplete, marksMatch } from './complete.ts';
import { sequenceOf, stemsIn } from './words.ts';

/** Most characters of a line: a longer passage is no reading for one screen. */
const LONGEST_LINE = 600;

/** A passage or a statement that may become a line, with what choosing needs to know of it. */
export interface Candidate {
  readonly article: Article;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Which passage of its article it is or begins in, from 0. */
  readonly place: number;
  /** The passage it ends in. */
  readonly last: number;
  /** The day its article was published; undefined where undated. */
  readonly day: string | undefined;
  /** Whose words it is: a statement's own, or of a passage that one statement fills. */
  readonly statement: Statement | undefined;
  /** Every statement that stands in it or that it stands in. */
  readonly within: readonly Statement[];
  /** True for a statement's span, false for a whole passage. */
  readonly isStatement: boolean;
  /** The stems of all its words, as `sequenceOf` gives them. */
  readonly sequence: string;
  /** The stems that say something. */
  readonly stems: readonly string[];
  readonly has: ReadonlySet<string>;
  /** The sequence of the passages that a statement stands in, its attribution included; of a passage its own. */
  readonly around: string;
  /** The sequence of its article's title and of the passage before it. */
  readonly above: string;
  /** False where a reader would ask "who?" or "what?" of its first words, or a quotation is left open. */
  readonly complete: boolean;
}

/** An article's passages as sequences of stems, and all in it that may become a line, in order of place. */
export interface Candidates {
  readonly sequences: readonly string[];
  readonly candidates: readonly Candidate[];
}

/** Reads an article for lines, with the stems `known` so far; each passage comes before the statements that begin in it. */
export function candidatesOf(article: Article, known: Map<string, string>): Candidates {
  const { text, reading } = article;
  const day = publishedDay(article.publishedAt);
  const found: Candidate[] = [];
  const sequences = reading.passages.map(({ start, end }) =>
    sequenceOf(text.slice(start, end), known),
  );
  const title = sequenceOf(article.title ?? '', known);
  const byPassage = statementsByPassage(article);
  for (const [place, passage] of reading.passages.entries()) {
    const own = text.slice(passage.start, passage.end);
    const sequence = sequences[place] ?? ' ';
    const stems = stemsIn(sequence);
    const above = `${title}${sequences[place - 1] ?? ''}`;
    const within = byPassage[place] ?? [];
    const statement = soleStatement(passage.start, passage.end, within);
    if (own.length <= LONGEST_LINE)
      found.push({
        article,
        start: passage.start,
        end: passage.end,
        text: own,
        place,
        last: place,
        day,
        statement,
        within,
        isStatement: false,
        sequence,
        stems,
        has: new Set(stems),
        around: sequence,
        above,
        complete: isComplete(own),
      });
    for (const said of within) {
      if (said.start < passage.start || !isSomebodys(said)) continue;
      const words = text.slice(said.start, said.end);
      if (words.length > LONGEST_LINE || !tellsSomething(words)) continue;
      const sequence = sequenceOf(words, known);
      const stems = stemsIn(sequence);
      const last = lastPlace(article, said, place);
      found.push({
        article,
        start: said.start,
        end: said.end,
        text: words,
        place,
        last,
        day,
        statement: said,
        within: [said],
        isStatement: true,
        sequence,
        stems,
        has: new Set(stems),
        around: sequences.slice(place, last + 1).join(''),
        above,
        complete: marksMatch(words) && standsAlone(said, words),
      });
    }
  }
  return { sequences, candidates: found };
}

function statementsByPassage({ reading }: Article): Statement[][] {
  const found: Statement[][] = reading.passages.map(() => []);
  let first = 0;
  for (const statement of reading.statements) {
    while (
      first < reading.passages.length &&
      (reading.passages[first]?.end ?? 0) <= statement.start
    )
      first += 1;
    for (let at = first; at < reading.passages.length; at += 1) {
      if ((reading.passages[at]?.start ?? 0) >= statement.end) break;
      found[at]?.push(statement);
    }
  }
  return found;
}

/** The statement that a passage can be told as: all its statements are one speaker's, and fill a good third of it, the
 * rest being who said it and when. */
function soleStatement(
  start: number,
  end: number,
  within: readonly Statement[],
): Statement | undefined {
  const [first] = within;
  if (first === undefined || !isSomebodys(first)) return undefined;
  if (within.some((each) => each.speaker !== first.speaker || each.standing !== first.standing))
    return undefined;
  const filled = within.reduce(
    (sum, each) => sum + Math.min(end, each.end) - Math.max(start, each.start),
    0,
  );
  return filled >= 0.35 * (end - start) ? first : undefined;
}

function lastPlace({ reading }: Article, said: Statement, from: number): number {
  let last = from;
  while ((reading.passages[last + 1]?.start ?? said.end) < said.end) last += 1;
  return last;
}

/** True for words that stand on somebody's footing; all else is the outlet's, and shown as whole passages only. */
function isSomebodys({ speaker, standing }: Statement): boolean {
  return (
    speaker !== null && standing !== 'outlet' && !/^(?:no|nobody|none|neither)\b/i.test(speaker)
  );
}

/** Verbs whose object is a sentence: after others ("rejected", "declined") a statement is no sentence by itself. */
const CLAUSE =
  /\b(?:sa(?:y|ys|id|ying)|t(?:ell|ells|old|elling)|add|not(?:e[sd]?|ing)|report|announc|stat(?:e[sd]?|ing)|claim|argu|explain|warn|wr(?:ite|ites|ote|iting)|believ|th(?:ink|inks|ought)|conclud|f(?:ind|inds|ound)|stress|insist|maintain|acknowledg|admi|confirm|suggest|predict|estimat|testif|according|assert|alleg|agree|expect|recall|reveal|repl|remark|show|vow|pledg|promis)/i;
const FRAGMENT = /^(?:to|of|with|for|by|from|about|as|whether|how|than|and|or|but|the same day)\b/i;

/** True for a statement that reads as a sentence beside its speaker's name. */
function standsAlone({ quoted, cue }: Statement, words: string): boolean {
  if (FRAGMENT.test(words)) return quoted && /^\p{Lu}/u.test(words);
  return quoted || cue === null || CLAUSE.test(cue);
}

function tellsSomething(words: string): boolean {
  return words.trim().split(/\s+/).length >= 3;
}
