import type { Article, ArticleText, Copy } from '../news/article.ts';
import type { Delivery } from '../news/delivery.ts';
import type { Feed } from '../news/feed.ts';
import type { Reading } from '../news/reading.ts';
import type { Showing } from '../news/showing.ts';
import type { Subscription } from '../news/subscription.ts';
import type { Topic } from '../news/topic.ts';

/** An article on its way into the corpus. `id` is the same for every revision of it. */
export interface NewArticle extends ArticleText {
  readonly id: string;
  readonly reading: Reading;
  readonly story?: string;
}

/**
 * What adding did: a first text, a changed one, or nothing because it is already there, as itself or ('copy')
 * as the article, then named by `id`, that it repeats.
 */
export interface Added {
  readonly id: string;
  readonly revision: number;
  readonly change: 'new' | 'revised' | 'unchanged' | 'copy';
}

/** What is known of an article beside its text; what is absent stays as it is. */
export interface Beside {
  readonly story?: string;
  readonly copies?: readonly Copy[];
}

/** Which articles to find. Every condition given must hold. */
export interface Search {
  /** Any of these phrases, as whole words in title or text, whatever their case. */
  readonly phrases?: readonly string[];
  /** Words typed by a person: articles ranked by how well they fit, misspellings forgiven when nothing fits exactly. */
  readonly words?: string;
  /** Only what was published on or before this day (ISO 8601); undated articles are left out. */
  readonly publishedBy?: string;
  /** Only what was published on or after this day. */
  readonly publishedSince?: string;
  /** Only what was published, or changed as far as is known, on or after this day. */
  readonly changedSince?: string;
  /** Only what came in after this arrival. */
  readonly arrivedAfter?: number;
  /** Only what came in up to this arrival. */
  readonly arrivedBy?: number;
  readonly limit?: number;
  /**
   * Where there are as many as the limit, also the best so many of those that are as new as the newest of them, or
   * newer; some may be among them already.
   */
  readonly newer?: number;
}

/** All that meets the conditions, not the best of it. */
export type Unlimited = Omit<Search, 'limit' | 'newer'>;

/** Articles found, best first, each the newest revision. */
export interface Found {
  readonly article: Article;
  readonly score: number;
}

/** All reading: takes no lock, so that a command line can look in beside a running bot. */
export interface CorpusReader {
  search(search: Search): Promise<readonly Found[]>;
  /**
   * The day of publication (ISO 8601) of every article that a search finds, in no order; null for an undated one. For
   * counting: however many there are, their texts are not all in memory.
   */
  days(search: Unlimited): Promise<readonly (string | null)[]>;
  /** The newest revision, or the one asked for, of the article with this id, or of the one that stands for the copy with this id. */
  article(id: string, revision?: number): Promise<Article | undefined>;
  /**
   * How many articles, and the highest arrival that search has found so far (0 when empty): whatever has not
   * been found by now will come in after it.
   */
  size(): Promise<{ readonly articles: number; readonly lastArrival: number }>;
  topics(): Promise<readonly Topic[]>;
  subscriptions(): Promise<readonly Subscription[]>;
  /** The subscription of a channel. */
  subscription(channel: string): Promise<Subscription | undefined>;
  /** A channel's deliveries, oldest first. */
  deliveries(channel: string): Promise<readonly Delivery[]>;
  /** How often the deliveries of each channel have changed, by channel; without those that have none. */
  ledgers(): Promise<ReadonlyMap<string, number>>;
  /** When this user last asked for this topic, as the highest arrival at that time. */
  lastAsked(user: string, topic: string): Promise<number | undefined>;
  /** What this user, or this channel, was shown and is kept in mind, oldest first. */
  shown(to: string): Promise<readonly Showing[]>;
  /** Every feed followed, in the order in which they were added. */
  feeds(): Promise<readonly Feed[]>;
  feed(url: string): Promise<Feed | undefined>;
  /** The addresses of the feeds that are to be asked by this instant, ISO 8601 in UTC. */
  feedsDue(by: string): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** The one owner's view. Every promise resolves when the change would survive a crash. */
export interface Corpus extends CorpusReader {
  /** Where the disk fails half way, throws PartlyAdded. */
  add(articles: readonly NewArticle[]): Promise<readonly Added[]>;
  /** False when there is no such article. All its revisions go. */
  remove(id: string): Promise<boolean>;
  /** Changes what is known of articles, by id, beside their texts: no revision, nothing arrives. Unknown ids are passed over. */
  amend(beside: ReadonlyMap<string, Beside>): Promise<void>;
  /**
   * Puts what `change` makes of a feed in its place, in one step: nothing else is written between. Given and
   * giving undefined where there is no such feed, or is to be none. Resolves with what it made.
   */
  changeFeed(
    url: string,
    change: (feed: Feed | undefined) => Feed | undefined,
  ): Promise<Feed | undefined>;
  /** Puts what `change` makes of what a user or channel was shown in its place, in one step. */
  changeShown(
    to: string,
    change: (showings: readonly Showing[]) => readonly Showing[],
  ): Promise<void>;
  /** Adds a topic, or puts it in the place of the one with its name. */
  setTopic(topic: Topic): Promise<void>;
  /** False when there is no such topic. Articles and subscriptions stay as they are. */
  removeTopic(name: string): Promise<boolean>;
  subscribe(subscription: Subscription): Promise<void>;
  /** False when the channel had no subscription. Its deliveries stay. */
  unsubscribe(channel: string): Promise<boolean>;
  /**
   * Writes a delivery over the one with the same id; throws StorageError where another process has posted that one, and
   * this says otherwise.
   */
  record(delivery: Delivery): Promise<void>;
  /**
   * Removes deliveries of a channel by their ids, all of which lie up to `startsAfter`: its subscription, where it has
   * one, begins after that from then on.
   */
  forget(channel: string, ids: readonly string[], startsAfter: number): Promise<void>;
  /** Remembers when a user last asked for a topic; of each user the latest 200 topics. */
  asked(user: string, topic: string, arrival: number): Promise<void>;
}
