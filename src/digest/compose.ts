import type { Candidate } from '../briefing/candidate.ts';
import { lineOf } from '../briefing/line.ts';
import type { Article } from '../news/article.ts';
import type { Line, Source } from '../news/brief.ts';
import type { Digest, LeftOut, Material, TopicCoverage } from '../news/delivery.ts';
import type { Range } from './ledger.ts';
import { type NewIn, newBeside } from './material.ts';
import { type News, storyOf } from './news.ts';
import { costOf, needsThread, partsOf, THREAD_BUDGET } from './parts.ts';
import { type Told, tell, tellsAnythingNew } from './tell.ts';

/** What one screen takes. */
export const LIMITS = {
  stories: 6,
  /** Of these, kept for stories told of before where there are such. */
  updates: 2,
  statementsPerStory: 2,
  /** Characters of all lines together. */
  lines: 1_400,
  /** Articles put together into stories, the newest; grouping more would hold up everything else. */
  articles: 400,
} as const;

/** What a digest is composed of beside the news. */
export interface Known {
  /** By story, the articles that the channel was told of. */
  readonly told: ReadonlyMap<string, readonly Article[]>;
  readonly coverage: readonly TopicCoverage[];
}

/** The news of one story; `newIn` where the channel was told of it before. */
interface Group {
  readonly story: string;
  readonly news: readonly News[];
  readonly newIn: NewIn | undefined;
}

/** A story that a digest tells, while there is room. */
interface Shown {
  readonly group: Group;
  readonly told: Told;
  readonly statements: Candidate[];
}

/** True where nothing new came in; a digest without stories may still list articles that no line tells. */
export function isNothingNew({ stories, sources, leftOut }: Digest): boolean {
  return stories.length === 0 && sources.length === 0 && (leftOut?.articles ?? 0) === 0;
}

/**
 * The digest of what came in within a range: new stories by topic, then those told of before that have something
 * material to add; the most widely told come first. A passage for each, then statements in turn while one screen has
 * room; what finds none is told in the thread, by title, and counted where that is full too. What says nothing beyond
 * what the channel was told is no news.
 */
export function composeDigest(
  channel: string,
  range: Range,
  news: readonly News[],
  known: Known = { told: new Map(), coverage: [] },
): Digest {
  const fresh = news.filter(tellsAnythingNew);
  const groups = groupsOf(fresh.slice(-LIMITS.articles), known.told);
  const isNew = ({ newIn }: Group) => newIn === undefined;
  const updates = groups.filter(
    (group) => !isNew(group) && tell(group.news, group.newIn) !== undefined,
  );
  const arrivals = groups.filter(isNew);
  const kept = Math.min(LIMITS.updates, updates.length);
  let room: number = LIMITS.lines;
  const shown: Shown[] = [];
  const take = (from: readonly Group[], most: number) => {
    for (const group of from) {
      if (shown.length >= most) break;
      const told = tell(group.news, group.newIn);
      if (told === undefined || told.lead.text.length > room) continue;
      room -= told.lead.text.length;
      shown.push({ group, told, statements: [] });
    }
  };
  take(arrivals, LIMITS.stories - kept);
  take(updates, LIMITS.stories);
  for (let turn = 0; turn < LIMITS.statementsPerStory; turn++) {
    for (const { told, statements } of shown) {
      const next = told.statements[statements.length];
      if (statements.length < turn || next === undefined || next.text.length > room) continue;
      room -= next.text.length;
      statements.push(next);
    }
  }
  const inOrder = byTopic(shown);
  const rest = [...arrivals, ...updates].filter((group) =>
    shown.every((one) => one.group !== group),
  );
  const cited = cite(inOrder, rest);
  const told = new Set([...arrivals, ...updates].flatMap(({ news }) => news));
  const repeats =
    news.length -
    fresh.length +
    [...groups.flatMap((group) => group.news)].filter((item) => !told.has(item)).length;
  const leftOut: LeftOut = {
    stories: rest.length - (cited.further?.length ?? 0),
    articles: news.length - repeats - cited.sources.length,
    statements: shown.reduce(
      (sum, one) => sum + one.told.statements.length - one.statements.length,
      0,
    ),
    ...(repeats > 0 && { repeats }),
  };
  const { after, upTo } = range;
  const digest = { channel, after, upTo, ...cited };
  return {
    ...digest,
    ...(needsThread(cited) && { thread: partsOf(digest).length }),
    ...(known.coverage.length > 0 && { coverage: known.coverage }),
    ...(Object.values(leftOut).some((count) => count > 0) && { leftOut }),
  };
}

/** News by story, the most widely told first, then the newest. */
function groupsOf(news: readonly News[], told: Known['told']): readonly Group[] {
  const groups = new Map<string, News[]>();
  for (const item of news) {
    const story = storyOf(item.article);
    groups.set(story, [...(groups.get(story) ?? []), item]);
  }
  return [...groups]
    .map(([story, each]) => {
      const before = told.get(story);
      return { story, news: each, newIn: before && newBeside(before) };
    })
    .sort(
      (one, other) =>
        outlets(other.news) - outlets(one.news) || latest(other.news) - latest(one.news),
    );
}

/** New stories with those of their topic beside them, topics by their first story, those of none last; then updates. */
function byTopic(shown: readonly Shown[]): readonly Shown[] {
  const topicOf = ({ group }: Shown) => group.news.flatMap(({ topics }) => topics)[0];
  const fresh = shown.filter(({ group }) => group.newIn === undefined);
  const topics = [...new Set(fresh.map(topicOf))].filter((topic) => topic !== undefined);
  const of = (topic: string | undefined) => fresh.filter((one) => topicOf(one) === topic);
  return [
    ...topics.flatMap(of),
    ...of(undefined),
    ...shown.filter(({ group }) => group.newIn !== undefined),
  ];
}

/** Stories as lines, with their sources numbered in the order in which they are first cited, then those of the thread. */
function cite(
  shown: readonly Shown[],
  rest: readonly Group[],
): Pick<Digest, 'stories' | 'sources' | 'further'> {
  const sources: Source[] = [];
  const numbers = new Map<string, number>();
  const numberOf = ({ id, title, outlet, publishedAt, url }: Article): number => {
    const known = numbers.get(id);
    if (known !== undefined) return known;
    const n = sources.length + 1;
    numbers.set(id, n);
    sources.push({ n, articleId: id, title, outlet, publishedAt, url });
    return n;
  };
  const cited = (one: Candidate): Line => ({ ...lineOf(one), source: numberOf(one.article) });
  const stories = shown.map(({ group: { story, news, newIn }, told, statements }) => ({
    ...{ story, line: cited(told.lead), topics: topicsOf(news), statements: statements.map(cited) },
    sources: news.map(({ article }) => numberOf(article)),
    outlets: outlets(news),
    ...(newIn && { update: materialIn([told.lead, ...statements], newIn) }),
  }));
  let room = THREAD_BUDGET - costOf(sources);
  const further = rest.flatMap(({ story, news }) => {
    const cost = costOf(news.map(({ article }) => article));
    if (cost > room) return [];
    room -= cost;
    return [
      { story, topics: topicsOf(news), sources: news.map(({ article }) => numberOf(article)) },
    ];
  });
  return { stories, sources, ...(further.length > 0 && { further }) };
}

function materialIn(lines: readonly Candidate[], newIn: NewIn): readonly Material[] {
  return [...new Set(lines.flatMap(newIn))];
}

function topicsOf(news: readonly News[]): readonly string[] {
  return [...new Set(news.flatMap(({ topics }) => topics))];
}

/** Reprints under one outlet's name count once; an article without an outlet stands for itself. */
function outlets(news: readonly News[]): number {
  return new Set(news.map(({ article }) => article.outlet ?? article.id)).size;
}

function latest(news: readonly News[]): number {
  return Math.max(...news.map(({ article }) => article.arrival));
}
