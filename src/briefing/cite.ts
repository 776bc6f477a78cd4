import type { Article } from '../news/article.ts';
import type { Brief, Correction, Line, Source } from '../news/brief.ts';

/** A brief with its sources numbered by first use, from 1: only those that a line cites. */
export function cited<B extends Brief>(brief: B, articles: readonly Article[]): B {
  const { cite, sources } = citing(articles);
  const corrections = brief.corrections.map((each) => citeBoth(each, cite));
  const bottomLine = brief.bottomLine.map(cite);
  const answers = brief.answers.map(({ ask, lines }) => ({ ask, lines: lines.map(cite) }));
  const differences = brief.differences.map((each) => ({
    ...each,
    sides: each.sides.map((side) => side.map(cite)),
  }));
  const next = brief.next.map(cite);
  const timeline = brief.timeline.map((entry) => ({
    ...entry,
    line: cite(entry.line),
    also: entry.also.map(cite),
  }));
  return {
    ...brief,
    bottomLine,
    answers,
    differences,
    next,
    corrections,
    timeline,
    sources: sources(),
  };
}

/** Lines with their sources numbered by first use, from 1. */
export function citedLines(
  lines: readonly Line[],
  articles: readonly Article[],
): { readonly lines: readonly Line[]; readonly sources: readonly Source[] } {
  const { cite, sources } = citing(articles);
  return { lines: lines.map(cite), sources: sources() };
}

/** Corrections with their sources numbered by first use, from 1. */
export function citedCorrections(
  corrections: readonly Correction[],
  articles: readonly Article[],
): { readonly corrections: readonly Correction[]; readonly sources: readonly Source[] } {
  const { cite, sources } = citing(articles);
  return { corrections: corrections.map((each) => citeBoth(each, cite)), sources: sources() };
}

function citeBoth({ was, now }: Correction, cite: (line: Line) => Line): Correction {
  return { was: cite(was), now: now === null ? null : cite(now) };
}

function citing(articles: readonly Article[]) {
  const byId = new Map(articles.map((article) => [article.id, article]));
  const sources = new Map<string, Source>();
  const cite = (line: Line): Line => {
    const known = sources.get(line.articleId);
    const source = known ?? sourceOf(sources.size + 1, line.articleId, byId.get(line.articleId));
    if (known === undefined) sources.set(line.articleId, source);
    return { ...line, source: source.n };
  };
  return { cite, sources: () => [...sources.values()] };
}

/** An article as a source, by its number. */
export function sourceOf(n: number, articleId: string, article: Article | undefined): Source {
  return {
    n,
    articleId,
    title: article?.title ?? null,
    outlet: article?.outlet ?? null,
    publishedAt: article?.publishedAt ?? null,
    url: article?.url ?? null,
  };
}
