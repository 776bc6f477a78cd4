import type { CorpusReader } from '../corpus/corpus.ts';
import type { Article } from '../news/article.ts';
import type { Brief } from '../news/brief.ts';
import { type Refusal, refuse } from '../news/refusal.ts';
import type { Topic } from '../news/topic.ts';
import { type Changes, changesFor, NO_CHANGES } from './changes.ts';
import { composeBrief } from './compose.ts';
import type { Compose } from './composed-lately.ts';
import { type Findings, findFor, topicNamed } from './find.ts';
import { type BriefRequest, noTimeBetween } from './request.ts';
import { suggestions } from './suggest.ts';

/** A brief with what its asker should know beside it. */
export interface BriefAnswer extends Brief {
  /** The topic's title, or the words asked. */
  readonly title: string;
  /** The first day it is limited to; null where it isn't. */
  readonly since: string | null;
  /** A sentence of our own to stand above it ("Nothing new since you last asked."); null where there is none. */
  readonly notice: string | null;
  /** What to remember once the brief has been shown: its subject, and the arrival that `new` counts from next time. */
  readonly asked: { readonly about: string; readonly upTo: number };
}

/**
 * The brief that a request asks for, from the best 120 articles that the corpus finds and up to 30 newer ones. `asker` is
 * whose last asking `new` counts from; `composer` composes it elsewhere, or not again. A refusal names what was asked and
 * what was searched, and offers what may have been meant.
 */
export async function briefFor(
  corpus: CorpusReader,
  request: BriefRequest,
  asker?: string,
  composer: Compose = composeBrief,
): Promise<BriefAnswer | Refusal> {
  if (request.words === '')
    return refuse('Nothing was asked.', 'Name a topic or any words, for example: /brief opm');
  const found = await findFor(corpus, request, asker);
  const brief = await compose(composer, found, request, await changesFor(corpus, found, asker));
  if (brief.coverage.articles > 0) return brief;
  const { articles: size } = await corpus.size();
  const whenever = await findFor(
    corpus,
    { ...request, onlyNew: false, since: null, asOf: null },
    asker,
  );
  const anytime = await compose(
    composer,
    { ...whenever, lastAsked: undefined },
    { ...request, onlyNew: false },
    NO_CHANGES,
  );
  if (anytime.coverage.articles === 0) return nothingFound(whenever, request.words, size);
  return outOfTime(found, anytime, brief);
}

/**
 * The brief on articles that need not be in a corpus: on `words` (a topic's name or any words), or on all of them for ''.
 * `bounds.words` bounds the bottom line to whole passages up to the one that reaches so many words.
 */
export function briefArticles(
  articles: readonly Article[],
  topics: readonly Topic[],
  request: Pick<BriefRequest, 'words' | 'typed' | 'asOf' | 'since'>,
  bounds: { readonly words?: number } = {},
): Brief | Refusal {
  const about = topicNamed(request.words, topics) ?? request.words;
  const { typed: question, asOf, since } = request;
  const brief = composeBrief(articles, about, { question, asOf, since, topics, ...bounds });
  if (brief.coverage.articles > 0 || request.words === '') return brief;
  const within = { about, topics, articles };
  return nothingFound(within, request.words, articles.length);
}

async function compose(
  composer: Compose,
  found: Findings,
  { typed, onlyNew, since }: BriefRequest,
  { corrections, corrected }: Changes,
): Promise<BriefAnswer> {
  const { about, topics, articles, before, asOf, upTo, askedAs, lastAsked } = found;
  const isUpdate = (onlyNew && lastAsked !== undefined) || since !== null;
  const brief = await composer(articles, about, {
    question: typed,
    asOf,
    since: found.since,
    before,
    isUpdate,
    topics,
    corrections,
    corrected,
  });
  const notices = [
    onlyNew && lastAsked === undefined
      ? 'You have not asked this before, so all of it is new.'
      : '',
    found.changedLater > 0 && asOf !== null ? leftOut(found.changedLater, asOf) : '',
  ].filter(Boolean);
  const notice = notices.length > 0 ? notices.join(' ') : null;
  return {
    ...brief,
    title: titleOf(about),
    since: found.since,
    notice,
    asked: { about: askedAs, upTo },
  };
}

function leftOut(count: number, asOf: string): string {
  return count === 1
    ? `One article is left out: its text was changed after ${asOf}.`
    : `${count} articles are left out: their texts were changed after ${asOf}.`;
}

/** What to say where there are articles, but none in the time asked for. */
function outOfTime(
  { about, since, asOf }: Findings,
  { coverage: { from, to } }: Brief,
  empty: BriefAnswer,
): BriefAnswer | Refusal {
  const title = titleOf(about);
  if (since !== null && asOf !== null && since > asOf) return noTimeBetween(since, asOf);
  if (since === null && asOf !== null)
    return refuse(
      `No article about ${title} was published by ${asOf}.`,
      from === null
        ? 'Ask without “as of”.'
        : `The first is of ${from}: ask as of that day or later.`,
    );
  const until = asOf === null ? '' : ` and by ${asOf}`;
  const when = since === null ? 'since you last asked' : `since ${since}${until}`;
  const newest = to === null ? '' : ` The newest article is of ${to}.`;
  return { ...empty, notice: `Nothing new on ${title} ${when}.${newest}` };
}

function nothingFound(
  { about, topics, articles }: Pick<Findings, 'about' | 'topics' | 'articles'>,
  words: string,
  size: number,
): Refusal {
  const add = 'Add one: put a file into data/inbox, or type: briefing ingest FILE';
  if (typeof about !== 'string')
    return refuse(`There is no article about ${about.title} yet.`, add);
  if (size === 0) return refuse(`There is no article yet, so nothing about “${words}”.`, add);
  const meant = suggestions(words, topics, articles);
  const searched = `I searched ${size.toLocaleString('en')} ${size === 1 ? 'article' : 'articles'} and ${topics.length} ${topics.length === 1 ? 'topic' : 'topics'}.`;
  const known = topics.map(({ name }) => name).join(', ');
  const meaning = meant.length > 0 ? `Did you mean ${listed(meant)}? ` : '';
  const others = meant.length > 0 ? 'Or try' : 'Try';
  return refuse(
    `No article says anything about “${words}”. ${searched}`,
    `${meaning}${others} other words${known === '' ? '' : `, or a topic: ${known}`}.`,
  );
}

function titleOf(about: Topic | string): string {
  return typeof about === 'string' ? about : about.title;
}

function listed(names: readonly string[]): string {
  const quoted = names.map((name) => `“${name}”`);
  return quoted.length < 2
    ? quoted.join('')
    : `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`;
}
