import { setImmediate as nextTurn } from 'node:timers/promises';
import type { NewArticle } from '../../corpus/corpus.ts';
import { isRefusal, type Refusal } from '../../news/refusal.ts';
import { readText } from '../../reading/read.ts';
import { workerQueue } from '../pages/worker-queue.ts';
import type { UnreadArticle } from '../read-article.ts';
import type { ReadFeed } from './read-feed.ts';

/** The part of the articles read together that this thread reads itself, where it would only wait for the other. */
const OWN_SHARE = 0.2;

/** Reads feeds, and the articles that they bring, apart from this thread; `close` when done. */
export interface FeedReader {
  read(url: string, bytes: Uint8Array, contentType: string | null): Promise<ReadFeed | Refusal>;
  /** Each article with its reading, in their order. */
  readArticles(articles: readonly UnreadArticle[]): Promise<readonly NewArticle[]>;
  close(): Promise<void>;
}

/** Starts nothing until the first feed; one too large or too odd is refused and costs no other. */
export function feedReader(): FeedReader {
  const queue = workerQueue();

  async function readApart(articles: readonly UnreadArticle[]): Promise<readonly NewArticle[]> {
    if (articles.length === 0) return [];
    const texts = articles.map(({ title, text, publishedAt, outlet }) => ({
      ...{ title, text, publishedAt, outlet },
    }));
    const readings = await queue.run('texts', { kind: 'reading', texts });
    // What takes the thread longer than it may is read here, as an article that comes alone is.
    if (isRefusal(readings)) return readHere(articles);
    return articles.flatMap((article, at) => {
      const reading = readings[at];
      return reading === undefined ? [] : { ...article, reading };
    });
  }
  return {
    read: (url, bytes, contentType) => queue.run(url, { kind: 'feed', bytes, contentType, url }),
    async readArticles(articles) {
      const own = Math.floor(articles.length * OWN_SHARE);
      const [apart, here] = [readApart(articles.slice(own)), readHere(articles.slice(0, own))];
      return (await Promise.all([here, apart])).flat();
    },
    close: queue.close,
  };
}

async function readHere(articles: readonly UnreadArticle[]): Promise<readonly NewArticle[]> {
  const read: NewArticle[] = [];
  for (const article of articles) {
    read.push({ ...article, reading: readText(article) });
    await nextTurn();
  }
  return read;
}
