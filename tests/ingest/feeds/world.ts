import { onTestFinished } from 'vitest';
import type { OwnedCorpus } from '../../../src/corpus/owned-corpus.ts';
import { feedReader } from '../../../src/ingest/feeds/feed-reader.ts';
import { sourcesOf } from '../../../src/ingest/feeds/follow.ts';
import { type FeedNews, type Poller, poller } from '../../../src/ingest/feeds/poller.ts';
import type { Polling } from '../../../src/ingest/feeds/polling.ts';
import type { SourceAdded, Sources } from '../../../src/ingest/feeds/sources.ts';
import { fileReaders } from '../../../src/ingest/files/file-readers.ts';
import { oneAtATime } from '../../../src/ingest/one-at-a-time.ts';
import { shelving } from '../../../src/ingest/shelve.ts';
import type { Feed } from '../../../src/news/feed.ts';
import { given } from '../../corpus/given.ts';
import { LOWDB, type Place } from '../../corpus/stores.ts';
import { jumpingClock } from '../web/jumping-clock.ts';
import { webTo } from '../web/local-web.ts';

/** Feeds followed for real, over real sockets, by a clock that the test turns. */
export interface World {
  readonly corpus: OwnedCorpus;
  readonly asking: Poller;
  readonly sources: Sources;
  readonly clock: ReturnType<typeof jumpingClock>;
  readonly told: { readonly feed: string; readonly news: FeedNews }[];
  /** Asks what is due every minute, for so many. */
  pass(minutes: number): Promise<void>;
  /** Follows what is at an address, as somebody typing it would, and waits until it has been asked. */
  follow(url: string, words?: Partial<Pick<Feed, 'include' | 'exclude'>>): Promise<SourceAdded>;
  feed(url: string): Promise<Feed>;
  titles(): Promise<readonly (string | null)[]>;
}

export async function openWorld(hosts: readonly string[], place?: Place): Promise<World> {
  const kept = place ?? (await LOWDB.place());
  const clock = jumpingClock(Date.UTC(2026, 5, 1, 12));
  const now = () => new Date(clock.now()).toISOString();
  const corpus = shelving(await kept.open(() => new Date(clock.now())));
  const web = webTo(hosts, { clock });
  const readers = fileReaders();
  const feeds = feedReader();
  const told: World['told'] = [];
  const [inTurn, chance] = [oneAtATime(), () => 0.5];
  const polling: Polling = { corpus, inTurn, web, readers, feeds, now, chance };
  const asking = poller(
    polling,
    async ({ url }, news) => {
      told.push({ feed: url, news });
      return true;
    },
    (_, error) => {
      throw error;
    },
  );
  onTestFinished(async () => {
    asking.stop();
    await asking.settled();
    await Promise.all([readers.close(), feeds.close()]);
    await corpus.close();
  });
  const sources = sourcesOf(polling, asking);
  return {
    ...{ corpus, asking, sources, clock, told },
    async pass(minutes) {
      for (let minute = 0; minute < minutes; minute += 1) {
        clock.advance(60_000);
        await asking.pollDue();
      }
    },
    async follow(url, words = {}) {
      const wish = { url, by: 'U1', include: [], exclude: [], follow: true, ...words };
      const added = given(await sources.add(wish, () => {}));
      await asking.settled();
      return added;
    },
    async feed(url) {
      const found = (await corpus.feeds()).find((feed) => feed.url === url);
      if (found === undefined) throw new Error(`${url} is not followed.`);
      return found;
    },
    titles: async () => (await corpus.search({})).map(({ article }) => article.title).sort(),
  };
}

/** An RSS feed of entries, each with all of its text. */
export function rss(
  entries: readonly {
    readonly key: string;
    readonly title: string;
    readonly text: string;
    readonly link?: string;
    readonly date?: Date;
  }[],
  title = 'Harbour notes',
): string {
  const items = entries.map(
    ({ key, title: name, text, link, date }) =>
      `<item><guid isPermaLink="false">${key}</guid><title>${name}</title>${link ? `<link>${link}</link>` : ''}${date ? `<pubDate>${date.toUTCString()}</pubDate>` : ''}<content:encoded xmlns:content="http://purl.org/rss/1.0/modules/content/"><![CDATA[${text}]]></content:encoded></item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>${title}</title>${items.join('')}</channel></rss>`;
}

const SUBJECTS = [
  'The ferry',
  'A crane',
  'The pilot boat',
  'One warehouse',
  'The customs shed',
  'A breakwater',
  'The lighthouse',
  'A tug',
];
const DEEDS = [
  'was repaired',
  'was moved',
  'closed for the winter',
  'opened again',
  'changed hands',
  'was painted',
  'lost its licence',
  'took on a crew',
];

/** A text of so many words that no other number gives: enough for a whole article. */
export function textOf(number: number, sentences = 40): string {
  return Array.from({ length: sentences }, (_, at) => {
    const pick = (number * 31 + at * 17) % 64;
    return `<p>${SUBJECTS[pick % 8]} ${DEEDS[(pick >> 3) % 8]} on pier ${number * 100 + at}, and report ${number}-${at} says why.</p>`;
  }).join('');
}
