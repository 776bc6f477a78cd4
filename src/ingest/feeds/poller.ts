import type { Feed, FeedTrouble } from '../../news/feed.ts';
import { troubleOf } from './health.ts';
import { pollFeed } from './poll-feed.ts';
import type { Polling } from './polling.ts';

/** What is told of a feed: a trouble, or that the one told before is over. */
export type FeedNews = FeedTrouble | 'recovered';

/** Tells whoever added a feed; false where it did not reach them and is to be told again. */
export type TellFeedNews = (feed: Feed, news: FeedNews) => Promise<boolean>;

/** Asks feeds, each once at a time, and tells of their troubles. */
export interface Poller {
  /** Asks every feed that is due. */
  pollDue(): Promise<void>;
  /** Asks one feed now, due or not; joins an ask that is under way. Undefined where it is not followed. */
  poll(url: string): Promise<Feed | undefined>;
  /** Asks one feed without anybody waiting for it. */
  begin(url: string): void;
  /** Asks nothing more from now on. */
  stop(): void;
  /** Resolves when what is under way has ended. */
  settled(): Promise<void>;
}

/** `failed` hears of defects and of disks that fail: one feed's stop no other. */
export function poller(
  polling: Polling,
  tell: TellFeedNews,
  failed: (url: string, error: unknown) => void,
): Poller {
  const underWay = new Map<string, Promise<Feed | undefined>>();
  const { corpus, now } = polling;
  let isStopped = false;

  const named = (url: string) => `feed ${url}`;

  async function ask(feed: Feed | undefined): Promise<Feed | undefined> {
    if (feed === undefined) return undefined;
    const asked = await pollFeed(feed, polling);
    if (asked !== undefined) await tellNews(asked);
    return asked;
  }

  const askNow = (url: string) =>
    corpus.exclusively(named(url), async () => ask(await corpus.feed(url)));

  /** Asks where no other process does, nor has done so a moment ago. */
  const askIfDue = (url: string, at: string) =>
    corpus.ifFree(named(url), async () => {
      const feed = await corpus.feed(url);
      return feed === undefined || isDue(feed, at) ? ask(feed) : feed;
    });

  async function tellNews(feed: Feed): Promise<void> {
    const trouble = troubleOf(feed, now());
    const { told } = feed.health;
    if (trouble === told) return;
    // Failing is told once, whatever comes of it: only an answer, or a feed that is gone, is news after that.
    if (trouble === null && feed.health.failingSince !== null) return;
    const isHeard = await tell(feed, trouble ?? 'recovered');
    if (!isHeard) return;
    await corpus.changeFeed(
      feed.url,
      (latest) => latest && { ...latest, health: { ...latest.health, told: trouble } },
    );
  }

  function poll(url: string, askAt = askNow): Promise<Feed | undefined> {
    if (isStopped) return Promise.resolve(undefined);
    const running = underWay.get(url);
    if (running !== undefined) return running;
    const asking = askAt(url).finally(() => underWay.delete(url));
    underWay.set(url, asking);
    return asking;
  }

  function begin(url: string, askAt = askNow): Promise<unknown> {
    return poll(url, askAt).catch((error: unknown) => failed(url, error));
  }

  return {
    poll: (url) => poll(url),
    begin: (url) => void begin(url),
    stop() {
      isStopped = true;
    },
    async pollDue() {
      const at = now();
      const due = await corpus.feedsDue(at);
      await Promise.all(due.map((url) => begin(url, (one) => askIfDue(one, at))));
    },
    async settled() {
      await Promise.allSettled(underWay.values());
    },
  };
}

function isDue({ health }: Feed, at: string): boolean {
  return (health.dueAt ?? '9') <= at;
}
