import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openCorpus } from '../src/corpus/open.ts';
import { type FeedReader, feedReader } from '../src/ingest/feeds/feed-reader.ts';
import { follow } from '../src/ingest/feeds/followed.ts';
import { pollFeed } from '../src/ingest/feeds/poll-feed.ts';
import { fileReaders } from '../src/ingest/files/file-readers.ts';
import { oneAtATime } from '../src/ingest/one-at-a-time.ts';
import { shelving } from '../src/ingest/shelve.ts';
import { openWeb } from '../src/ingest/web/open-web.ts';
import { isRefusal } from '../src/news/refusal.ts';
import { readText } from '../src/reading/read.ts';
import { newsText } from './news-text.ts';
import type { Row } from './row.ts';

const ITEMS = 1_000;
const CHARACTERS = 4_000;
const reach = 1.3;
const ROUNDS = 3;

function feedOf(texts: readonly string[]): string {
  const items = texts.map((text, at) => {
    const html = text
      .split('\n\n')
      .map((paragraph) => `<p>${paragraph.replaceAll('&', '&amp;')}</p>`);
    return `<item><guid>${at}</guid><title>Report ${at}</title><content:encoded><![CDATA[${html.join('')}]]></content:encoded></item>`;
  });
  return `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Bench</title>${items.join('')}</channel></rss>`;
}

/** Serves a feed on this machine, follows it into an empty corpus, and gives the milliseconds that one poll takes. */
async function ingest(feed: string, feeds: FeedReader): Promise<number> {
  const server = createServer((_, response) => response.end(feed));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const host = `127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  const folder = await mkdtemp(join(tmpdir(), 'briefing-bench-'));
  const opened = await openCorpus(folder);
  if (isRefusal(opened)) throw new Error(opened.refused);
  const corpus = shelving(opened);
  const [web, readers] = [openWeb({ privateHosts: [host] }), fileReaders()];
  try {
    const url = `http://${host}/`;
    const now = () => new Date().toISOString();
    const wish = { url, title: null, site: null, by: null, include: [], exclude: [] };
    const followed = await follow(corpus, wish, now());
    const begun = performance.now();
    const [inTurn, chance] = [oneAtATime(), () => 0];
    await pollFeed(followed.feed, { corpus, inTurn, web, readers, feeds, now, chance });
    const took = performance.now() - begun;
    const { articles } = await corpus.size();
    if (articles !== ITEMS) throw new Error(`${articles} of ${ITEMS} came in.`);
    return took;
  } finally {
    await Promise.all([web.close(), readers.close()]);
    await corpus.close();
    await rm(folder, { recursive: true, force: true });
    server.close();
  }
}

/** What taking in a feed of full texts takes, from its address to the disk, beside the bare reading of the same texts, by the clock. */
export async function feedIngest(): Promise<Row> {
  const texts = Array.from({ length: ITEMS }, (_, at) => newsText(CHARACTERS, at + 1));
  const feed = feedOf(texts);
  let [bare, whole] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  // One for all rounds: a bot has had its thread running for long.
  const feeds = feedReader();
  for (let round = 0; round < ROUNDS; round += 1) {
    const begun = performance.now();
    for (const text of texts) readText({ title: null, text, publishedAt: null, outlet: null });
    bare = Math.min(bare, performance.now() - begun);
    whole = Math.min(whole, await ingest(feed, feeds));
  }
  await feeds.close();
  const ratio = whole / bare;
  return {
    row: 'feed-ingest',
    beside: 'reading of the same texts',
    ratio,
    reach,
    aim: reach,
    reached: ratio <= reach,
  };
}
