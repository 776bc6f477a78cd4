import { briefArticles, briefFor } from '../briefing/brief.ts';
import { findFor, topicNamed } from '../briefing/find.ts';
import { quotesOf } from '../briefing/quotes.ts';
import type { BriefRequest } from '../briefing/request.ts';
import { sourcesOf } from '../briefing/sources.ts';
import type { CorpusReader } from '../corpus/corpus.ts';
import type { Article } from '../news/article.ts';
import { isRefusal, type Refusal } from '../news/refusal.ts';
import type { Topic } from '../news/topic.ts';
import { type Shown, shownBrief, shownQuotes, shownSources, shownTimeline } from './shown.ts';

/** The answer to a request from the library; `words` bounds the bottom line. */
export async function answerFromLibrary(
  corpus: CorpusReader,
  request: BriefRequest,
  words: number | undefined,
): Promise<Shown | Refusal> {
  if (request.view !== 'brief' || words !== undefined) {
    const { articles, topics, asOf, since } = await findFor(corpus, request, undefined);
    return answerFromArticles(articles, topics, { ...request, asOf, since }, words);
  }
  const brief = await briefFor(corpus, request);
  return isRefusal(brief) ? brief : shownBrief(brief, brief.title, brief.notice);
}

/** The answer to a request from these articles alone. */
export function answerFromArticles(
  articles: readonly Article[],
  topics: readonly Topic[],
  request: BriefRequest,
  words: number | undefined,
): Shown | Refusal {
  if (request.view === 'quotes') {
    const quotes = quotesOf(articles, topics, request);
    return isRefusal(quotes) ? quotes : shownQuotes(quotes);
  }
  if (request.view === 'sources') {
    const sources = sourcesOf(articles, topics, request);
    return isRefusal(sources) ? sources : shownSources(sources);
  }
  const brief = briefArticles(articles, topics, request, words === undefined ? {} : { words });
  if (isRefusal(brief)) return brief;
  const title = topicNamed(request.words, topics)?.title ?? request.words;
  return request.view === 'timeline'
    ? shownTimeline(brief, title)
    : shownBrief(brief, title || 'All of these articles', null);
}
