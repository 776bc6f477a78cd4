import type { Candidate } from '../briefing/candidate.ts';
import { lineOf } from '../briefing/line.ts';
import type { Article } from '../news/article.ts';
import type { Line, Source } from '../news/brief.ts';
import type { Digest } from '../news/delivery.ts';
import type { Range } from './ledger.ts';
import type { News } from './news.ts';
import { type Told, tell, tellsAnythingNew } from './tell.ts';

/** What one screen takes. */
export const LIMITS = {
  stories: 7,
  statementsPerStory: 3,
  /** Characters of all lines together. */
  lines: 2_600,
  /** Articles put together into stories, the newest; grouping more would hold up everything else. */
  articles: 400,
} as const;

/** A story that a digest tells, while there is room. */
interface Shown {
  readonly group: readonly News[];
  readonly told: Told;
  readonly statements: Candidate[];
}

/** True where nothing new came in; a digest without stories may still list sources that no line tells. */
export function isNothingNew({ stories, leftOut }: Digest): boolean {
  return stories.length === 0 && leftOut === undefined;
}

/**
 * The digest of what came in within a range: by story, most widely told first, then newest; a passage for each, then
 * statements in turn while one screen has room. What finds none is counted. A story that no passage or statement can
 * tell, for length, counts as a story left out but is told by its sources. A revised article that says nothing beyond
 * what was reported of it is no news and not counted.
 */
export function composeDigest(channel: string, range: Range, news: readonly News[]): Digest {
  const fresh = news.filter(tellsAnythingNew);
  const considered = fresh.slice(-LIMITS.articles);
  const groups = storiesOf(considered);
  let room: number = LIMITS.lines;
  const shown: Shown[] = [];
  const bySource: (readonly News[])[] = [];
  for (const group of groups) {
    if (shown.length + bySource.length === LIMITS.stories) break;
    const told = tell(group);
    if (told === undefined) {
      bySource.push(group);
    } else if (told.lead.text.length <= room) {
      room -= told.lead.text.length;
      shown.push({ group, told, statements: [] });
    }
  }
  for (let turn = 0; turn < LIMITS.statementsPerStory; turn++) {
    for (const { told, statements } of shown) {
      const next = told.statements[statements.length];
      if (statements.length < turn || next === undefined || next.text.length > room) continue;
      room -= next.text.length;
      statements.push(next);
    }
  }
  const cited = cite(shown, bySource);
  const counted = {
    stories: groups.length - shown.length,
    articles: fresh.length - cited.sources.length,
    statements: shown.reduce(
      (sum, one) => sum + one.told.statements.length - one.statements.length,
      0,
    ),
  };
  const anything = Object.values(counted).some((count) => count > 0);
  const { after, upTo } = range;
  return { channel, after, upTo, ...cited, ...(anything ? { leftOut: counted } : {}) };
}

/** Groups of news by story, the most widely told first, then the newest. */
function storiesOf(news: readonly News[]): readonly (readonly News[])[] {
  const groups = new Map<string, News[]>();
  for (const item of news) {
    const story = item.article.story ?? item.article.id;
    groups.set(story, [...(groups.get(story) ?? []), item]);
  }
  return [...groups.values()].sort(
    (one, other) => outlets(other) - outlets(one) || latest(other) - latest(one),
  );
}

/** Stories as lines, with their sources numbered in the order in which they are first cited, then those of no line. */
function cite(
  shown: readonly Shown[],
  bySource: readonly (readonly News[])[],
): Pick<Digest, 'stories' | 'sources'> {
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
  const stories = shown.map(({ group, told, statements }) => ({
    story: group[0]?.article.story ?? group[0]?.article.id ?? '',
    line: cited(told.lead),
    topics: [...new Set(group.flatMap(({ topics }) => topics))],
    statements: statements.map(cited),
    sources: group.map(({ article }) => numberOf(article)),
  }));
  for (const { article } of bySource.flat()) numberOf(article);
  return { stories, sources };
}

/** Reprints under one outlet's name count once; an article without an outlet stands for itself. */
function outlets(group: readonly News[]): number {
  return new Set(group.map(({ article }) => article.outlet ?? article.id)).size;
}

function latest(group: readonly News[]): number {
  return Math.max(...group.map(({ article }) => article.arrival));
}
