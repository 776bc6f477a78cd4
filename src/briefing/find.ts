import type { CorpusReader, Search } from '../corpus/corpus.ts';
import { newestDay } from '../corpus/published-day.ts';
import type { Article } from '../news/article.ts';
import type { Topic } from '../news/topic.ts';
import { inYear } from './days.ts';
import { phrasesOf } from './phrases.ts';
import type { BriefRequest } from './request.ts';
import { asItStood, asOfArrival, beforeDay } from './revisions.ts';
import { namesOf } from './subject.ts';
import { sequenceOf } from './words.ts';

/**
 * Most articles that a brief draws on, so that its cost does not grow with the corpus: the best that the search finds, and
 * where there are more, some published since the newest of those.
 */
const MOST_BEST = 120;
const MOST_NEWER = 30;

/** What a request is about, its articles, and its times as days with their year. */
export interface Findings {
  readonly about: Topic | string;
  readonly topics: readonly Topic[];
  /** Best first, each as it stood by then; all that match in the times asked for. */
  readonly articles: readonly Article[];
  /** Of articles that were there before the time asked for and changed in it: as they were, by id. */
  readonly before: ReadonlyMap<string, Article>;
  /** How many are left out because their text changed after the day asked for and no earlier one is kept. */
  readonly changedLater: number;
  readonly since: string | null;
  readonly asOf: string | null;
  /** Key under which the corpus remembers when a reader last asked for this. */
  readonly askedAs: string;
  /** The corpus's last arrival before it was searched: what a reader has seen once this is answered. */
  readonly upTo: number;
  /** The arrival after which everything is new to the reader; undefined where they never asked. */
  readonly lastAsked: number | undefined;
}

/** Finds what a request asks for, within its times; with `new`, only what came in since the asker last asked. */
export async function findFor(
  corpus: CorpusReader,
  request: BriefRequest,
  asker: string | undefined,
): Promise<Findings> {
  const { lastArrival: upTo } = await corpus.size();
  const topics = await corpus.topics();
  const about = topicNamed(request.words, topics) ?? request.words;
  const askedAs = typeof about === 'string' ? sequenceOf(about).trim() : about.name;
  const lastAsked = asker === undefined ? undefined : await corpus.lastAsked(asker, askedAs);
  const search = (times: Search) => searchFor(corpus, about, topics, times);
  const { since, asOf } = await inYears(request, () => search({}));
  const after = request.onlyNew ? lastAsked : undefined;
  const found = await search({
    ...(asOf !== null && { publishedBy: asOf }),
    ...(since !== null && { changedSince: since }),
    ...(after !== undefined && { arrivedAfter: after }),
  });
  const stood = await Promise.all(
    found.map((article) => (asOf === null ? article : asItStood(corpus, article, asOf))),
  );
  const articles = stood.filter((article) => article !== undefined);
  const before = new Map<string, Article>();
  for (const article of articles) {
    const earlier =
      after !== undefined
        ? await asOfArrival(corpus, article, after)
        : since !== null
          ? await beforeDay(corpus, article, since)
          : undefined;
    if (earlier !== undefined) before.set(article.id, earlier);
  }
  const changedLater = stood.length - articles.length;
  return { about, topics, articles, before, changedLater, since, asOf, askedAs, upTo, lastAsked };
}

/** The topic that words name, by its name, title or an alias, of several the one with the fewest names; capitals and
 * punctuation don't matter. */
export function topicNamed(words: string, topics: readonly Topic[]): Topic | undefined {
  const exact = topics.find(({ name }) => name === words.trim().toLowerCase());
  if (exact) return exact;
  const typed = withoutThe(sequenceOf(words));
  if (typed.trim() === '') return undefined;
  const isNamed = (names: readonly string[]) =>
    names.some((name) => withoutThe(sequenceOf(name)) === typed);
  return (
    topics.find(({ name }) => isNamed([name])) ??
    topics
      .filter(({ title, aliases }) => isNamed([title, ...aliases]))
      .sort((a, b) => a.aliases.length - b.aliases.length)[0]
  );
}

async function searchFor(
  corpus: CorpusReader,
  about: Topic | string,
  topics: readonly Topic[],
  times: Search,
): Promise<Article[]> {
  const find = async (search: Search) => {
    const drawn = { ...search, ...times, limit: MOST_BEST, newer: MOST_NEWER };
    return (await corpus.search(drawn)).map(({ article }) => article);
  };
  if (typeof about !== 'string') return find({ phrases: phrasesOf(about) });
  const sequence = sequenceOf(about);
  const named = topics.filter((topic) => namesOf(topic).some((name) => sequence.includes(name)));
  if (named.length === 0) return find({ words: about });
  const phrases = named.flatMap(phrasesOf);
  const both = await find({ phrases, words: about });
  return both.length > 0 ? both : find({ phrases });
}

/** Gives days typed without a year the latest that is not after the newest article about the matter. */
async function inYears(
  { since, asOf }: BriefRequest,
  all: () => Promise<readonly Article[]>,
): Promise<{ readonly since: string | null; readonly asOf: string | null }> {
  if (![since, asOf].some((day) => day?.startsWith('--'))) return { since, asOf };
  const newest = newestDay(await all());
  const dated = (day: string | null) => (day === null ? null : inYear(day, newest));
  return { since: dated(since), asOf: dated(asOf) };
}

function withoutThe(sequence: string): string {
  return sequence.replace(/^ (?:the|a|an) /, ' ');
}
