import type { Corpus, NewArticle } from '../../src/corpus/corpus.ts';
import type {
  FoundFeed,
  Progress,
  SourceAdded,
  Sources,
  SourceWish,
} from '../../src/ingest/feeds/sources.ts';
import type { Feed, FeedHealth } from '../../src/news/feed.ts';
import { type Refusal, refuse } from '../../src/news/refusal.ts';

/** What stands at an address of the tests. */
export type There =
  | { readonly feed: string; readonly listed: number }
  | { readonly article: NewArticle }
  | { readonly choice: readonly FoundFeed[] }
  | Refusal;

/** Where the work of adding or asking waits until a test lets it go on. */
export interface Gate {
  readonly pass: (progress: (progress: Progress) => void) => Promise<void>;
}

export interface MemoryOptions {
  readonly followed?: readonly Feed[];
  readonly web?: Readonly<Record<string, There>>;
  readonly corpus?: Corpus;
  readonly gate?: Gate;
  /** How a feed is after it was asked; as it was, but asked, unless given. */
  readonly ask?: (feed: Feed) => Feed;
  readonly now?: () => string;
  /** Every wish to add is written here. */
  readonly wishes?: SourceWish[];
}

/** Sources that live in memory, as strict as the real ones: an address without a scheme is a defect of the caller. */
export function memorySources(options: MemoryOptions = {}): Sources {
  const { web = {}, corpus, gate, wishes = [], now = () => new Date().toISOString() } = options;
  const feeds = new Map((options.followed ?? []).map((feed) => [feed.url, feed]));
  const ask = options.ask ?? ((feed: Feed) => withHealth(feed, { askedAt: now() }));
  return {
    async add(wish, tell): Promise<SourceAdded | Refusal> {
      wishes.push(wish);
      const { href } = new URL(wish.url);
      if (href !== wish.url) throw new Error(`${wish.url} is not an address as URL writes it.`);
      await gate?.pass(tell);
      const there = web[href];
      if (!there)
        return refuse(`${href} could not be found.`, 'Look whether it opens in a browser.');
      if ('refused' in there) return there;
      if ('choice' in there) return { kind: 'choice', feeds: there.choice };
      if ('article' in there) {
        const [added] = (await corpus?.add([there.article])) ?? [];
        if (!added) throw new Error('An article needs a library.');
        const { title, outlet } = there.article;
        return { kind: 'article', added, title, outlet };
      }
      if (!wish.follow) return { kind: 'choice', feeds: [{ url: href, title: there.feed }] };
      const known = feeds.get(href);
      const { by, include, exclude } = wish;
      const feed = known ?? { ...feedAt(href, { title: there.feed, by }), include, exclude };
      feeds.set(href, feed);
      return { kind: 'feed', feed, listed: there.listed, isNew: !known };
    },
    async remove(url): Promise<Feed | Refusal> {
      const feed = feeds.get(url);
      if (!feed) return refuse(`${url} is not followed.`, 'Type /sources for what is.');
      feeds.delete(url);
      return feed;
    },
    async check(url, tell): Promise<readonly Feed[] | Refusal> {
      await gate?.pass(tell);
      const meant = url === null ? [...feeds.values()] : [feeds.get(url)].filter((one) => !!one);
      if (url !== null && meant.length === 0)
        return refuse(`${url} is not followed.`, 'Look again.');
      for (const feed of meant) feeds.set(feed.url, ask(feed));
      return meant.map((feed) => feeds.get(feed.url) ?? feed);
    },
    feeds: async () => [...feeds.values()],
  };
}

const AN_HOUR_AGO = () => new Date(Date.now() - 3_600_000).toISOString();
const SOON = () => new Date(Date.now() + 900_000).toISOString();

/** A feed that is well: asked an hour ago, with something new then. */
export function feedAt(url: string, given: Partial<Feed> = {}): Feed {
  const at = AN_HOUR_AGO();
  return {
    ...{ url, title: null, site: null, by: null, addedAt: at, include: [], exclude: [] },
    health: {
      ...{ dueAt: SOON(), askedAt: at, answeredAt: at, newAt: at, patience: null, habit: 480 },
      ...{ problem: null, failingSince: null, failures: 0, told: null },
    },
    validators: { etag: null, lastModified: null },
    entries: [],
    ...given,
  };
}

export function withHealth(feed: Feed, health: Partial<FeedHealth>): Feed {
  return { ...feed, health: { ...feed.health, ...health } };
}

/** A gate that stays shut until it is opened; `passing` resolves with what tells of progress. */
export function gate() {
  let open = () => {};
  let arrive: (tell: (progress: Progress) => void) => void = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  const passing = new Promise<(progress: Progress) => void>((resolve) => {
    arrive = resolve;
  });
  const pass = (tell: (progress: Progress) => void) => {
    arrive(tell);
    return opened;
  };
  return { pass, passing, open: () => open() };
}
