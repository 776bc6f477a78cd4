import type { Article } from '../news/article.ts';
import type { Line, Source } from '../news/brief.ts';
import type { Digest, DigestStory } from '../news/delivery.ts';
import { STANDINGS } from '../news/standing.ts';
import type { Range } from './ledger.ts';
import { passageLine, statementLine } from './lines.ts';
import type { News } from './news.ts';
import { groupStories } from './stories.ts';

/** What one screen takes. */
export const LIMITS = {
  stories: 8,
  statementsPerStory: 2,
  /** Characters of a line; a longer passage or statement is not shown. */
  line: 420,
  /** Characters of all lines together. */
  lines: 2_800,
} as const;

/** A story that may go into a digest, with its best line first. */
interface Candidate {
  readonly news: readonly News[];
  readonly lead: Told;
  readonly statements: readonly Told[];
}

interface Told {
  readonly article: Article;
  readonly line: Line;
}

/** The digest of what came in within a range: by story, most widely told first, within the limits of one screen. */
export function composeDigest(channel: string, range: Range, news: readonly News[]): Digest {
  const byId = new Map(news.map((item) => [item.article.id, item]));
  const groups = groupStories(news.map(({ article }) => article)).map((group) =>
    group.flatMap((article) => byId.get(article.id) ?? []),
  );
  const sources: Source[] = [];
  const stories: DigestStory[] = [];
  let room: number = LIMITS.lines;
  const leftOut = { stories: 0, articles: 0, statements: 0 };

  for (const group of [...groups].sort(byWeight)) {
    const candidate = tell(group);
    if (candidate === 'nothing new') continue;
    if (
      candidate === 'no line' ||
      stories.length >= LIMITS.stories ||
      candidate.lead.line.text.length > room
    ) {
      leftOut.stories += 1;
      leftOut.articles += group.length;
      continue;
    }
    room -= candidate.lead.line.text.length;
    const statements: Line[] = [];
    for (const { article, line } of candidate.statements) {
      if (statements.length >= LIMITS.statementsPerStory || line.text.length > room) {
        leftOut.statements += 1;
        continue;
      }
      room -= line.text.length;
      statements.push({ ...line, source: numberOf(article, sources) });
    }
    const line = { ...candidate.lead.line, source: numberOf(candidate.lead.article, sources) };
    stories.push({
      story: `${candidate.lead.article.id}`,
      line,
      topics: [...new Set(group.flatMap(({ topics }) => topics))],
      statements,
      sources: group.map(({ article }) => numberOf(article, sources)),
    });
  }
  const { after, upTo } = range;
  const anyLeftOut = leftOut.stories + leftOut.statements > 0;
  return { channel, after, upTo, stories, sources, ...(anyLeftOut ? { leftOut } : {}) };
}

function numberOf(article: Article, sources: Source[]): number {
  const known = sources.find(({ articleId }) => articleId === article.id);
  if (known !== undefined) return known.n;
  const { id, title, outlet, publishedAt, url } = article;
  sources.push({ n: sources.length + 1, articleId: id, title, outlet, publishedAt, url });
  return sources.length;
}

function byWeight(one: readonly News[], other: readonly News[]): number {
  return outlets(other) - outlets(one) || other.length - one.length || latest(other) - latest(one);
}

function outlets(group: readonly News[]): number {
  return new Set(group.map(({ article }) => article.outlet ?? article.id)).size;
}

function latest(group: readonly News[]): number {
  return Math.max(...group.map(({ article }) => article.arrival));
}

function tell(group: readonly News[]): Candidate | 'no line' | 'nothing new' {
  const told = group.flatMap(({ article, reported }) => {
    const old = reported === undefined ? null : reported.text;
    const isNew = (text: string) => old === null || !old.includes(text);
    const fits = (text: string) => text.trim() !== '' && text.length <= LIMITS.line;
    const passages = article.reading.passages
      .map((passage) => ({ article, line: passageLine(article, passage, 0) }))
      .filter(({ line }) => isNew(line.text));
    const statements = article.reading.statements
      .map((statement) => ({ article, line: statementLine(article, statement, 0) }))
      .filter(({ line }) => isNew(line.text) && fits(line.text));
    return { passages, statements, fits };
  });
  const passages = told.flatMap((one) => one.passages);
  if (passages.length === 0 && group.every(({ reported }) => reported !== undefined)) {
    return 'nothing new';
  }
  const lead = passages.find(
    ({ line }) => line.text.trim() !== '' && line.text.length <= LIMITS.line,
  );
  if (lead === undefined) return 'no line';
  const statements = told
    .flatMap((one) => one.statements)
    .filter(({ line }) => line.speaker !== undefined)
    .sort((one, other) => rank(one.line) - rank(other.line));
  return { news: group, lead, statements };
}

function rank({ standing }: Line): number {
  return STANDINGS.indexOf(standing ?? 'outlet');
}
