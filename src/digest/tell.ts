import { type Candidate, candidatesOf } from '../briefing/candidate.ts';
import { centralities } from '../briefing/central.ts';
import { nameOf, sameSpeaker } from '../briefing/names.ts';
import { STANDINGS } from '../news/standing.ts';
import type { NewIn } from './material.ts';
import type { News } from './news.ts';

/** Longest line of a digest, in characters: three lines on a screen. Only a story without one gets a longer. */
const LONGEST = 360;
/** Articles of a story that are searched for its lines, newest first; the others tell much the same. */
const MOST_READ = 8;
/** A statement of fewer telling words ("a weakness in it") says nothing out of its place. */
const FEWEST_STEMS = 4;
/** What a passage that can't be read alone ("He said …") counts beside one that can. */
const INCOMPLETE = 0.2;

/** What a story may be told by. */
export interface Told {
  /** The passage that tells it best, or the best statement where no passage is short; else the shortest passage. */
  readonly lead: Candidate;
  /** Who said something in it, the most telling first, each speaker once. */
  readonly statements: readonly Candidate[];
}

/**
 * How a story is told by what is new in it, and by that alone which is new by `newIn` where that is given; undefined
 * where nothing of it may become a line.
 */
export function tell(group: readonly News[], newIn?: NewIn): Told | undefined {
  const newest = [...group]
    .sort((one, other) => other.article.arrival - one.article.arrival)
    .slice(0, MOST_READ);
  const stems = new Map<string, string>();
  const all = newest.flatMap((news) =>
    candidatesOf(news.article, stems).candidates.filter(
      (one) =>
        one.text.trim() !== '' &&
        !isReported(news, one.text) &&
        (newIn === undefined || newIn(one).length > 0),
    ),
  );
  const isShort = ({ text }: Candidate) => text.length <= LONGEST;
  const allPassages = all.filter(({ isStatement }) => !isStatement);
  const allSpoken = all.filter(
    ({ isStatement, complete, stems }) => isStatement && complete && stems.length >= FEWEST_STEMS,
  );
  const [passages, spoken] = [allPassages.filter(isShort), allSpoken.filter(isShort)];
  const worth = new Map([...worthOf(passages), ...worthOf(spoken)]);
  const weigh = (one: Candidate) => worth.get(one) ?? 0;
  // News puts first what matters most, so a later passage has to be the more central.
  const lead =
    best(passages, (one) => weigh(one) / (1 + one.place / 2)) ??
    best(spoken, weigh) ??
    best(allPassages, brevity) ??
    best(allSpoken, brevity);
  if (lead === undefined) return undefined;
  return { lead, statements: statementsBeside(lead, spoken, weigh) };
}

/** How central each is among its like; less where it can't be read alone. */
function worthOf(candidates: readonly Candidate[]): ReadonlyMap<Candidate, number> {
  const central = centralities(candidates);
  return new Map(
    candidates.map((one, index) => [one, (central[index] ?? 0) * (one.complete ? 1 : INCOMPLETE)]),
  );
}

/** True where a revised article has something that the revision reported before did not. */
export function tellsAnythingNew(news: News): boolean {
  if (news.reported === undefined) return true;
  const { article } = news;
  return article.reading.passages.some(
    ({ start, end }) => !isReported(news, article.text.slice(start, end)),
  );
}

function isReported({ reported }: News, text: string): boolean {
  return reported?.text.includes(text) ?? false;
}

/**
 * Each speaker's most telling statement outside the lead, the most central first within a standing; the standings take
 * turns, strongest first, so that few lines show on how many footings the story rests.
 */
function statementsBeside(
  lead: Candidate,
  spoken: readonly Candidate[],
  weigh: (one: Candidate) => number,
): readonly Candidate[] {
  const chosen: Candidate[] = [];
  for (const one of [...spoken].sort((a, b) => weigh(b) - weigh(a))) {
    const repeats = lead.text.includes(one.text) || one.text.includes(lead.text);
    if (repeats || chosen.some((other) => speakOfTheSame(one, other))) continue;
    chosen.push(one);
  }
  const byStanding = STANDINGS.map((standing) =>
    chosen.filter(({ statement }) => statement?.standing === standing),
  );
  const turns = Math.max(...byStanding.map(({ length }) => length));
  return Array.from({ length: turns }, (_, turn) =>
    byStanding.flatMap((ofOne) => ofOne[turn] ?? []),
  ).flat();
}

function speakOfTheSame(one: Candidate, other: Candidate): boolean {
  const [first, second] = [one.statement, other.statement];
  if (first?.standing !== second?.standing) return false;
  const [speaker, another] = [first?.speaker ?? '', second?.speaker ?? ''];
  return nameOf(speaker) === nameOf(another) || sameSpeaker(speaker, another);
}

function brevity({ text }: Candidate): number {
  return -text.length;
}

function best(
  candidates: readonly Candidate[],
  weigh: (one: Candidate) => number,
): Candidate | undefined {
  let most: Candidate | undefined;
  for (const one of candidates) if (most === undefined || weigh(one) > weigh(most)) most = one;
  return most;
}
