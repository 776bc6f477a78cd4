import { readdir, rename } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { ZodType } from 'zod';
import type { Article } from '../news/article.ts';
import type { Delivery } from '../news/delivery.ts';
import type { Feed } from '../news/feed.ts';
import { type Refusal, refuse } from '../news/refusal.ts';
import type { Showing } from '../news/showing.ts';
import type { Subscription } from '../news/subscription.ts';
import type { Topic } from '../news/topic.ts';
import { type ArticlesFile, openArticlesFile } from './articles-file.ts';
import { stampAt } from './file-stamp.ts';
import { DamagedFile, type JsonFile, type Known, openJsonFile } from './json-file.ts';
import type { ArticleKeeper } from './kept-article.ts';
import {
  ASKED,
  type Asked,
  DELIVERIES,
  FEEDS,
  META,
  type Meta,
  SHOWN,
  SUBSCRIPTIONS,
  TOPICS,
} from './shapes.ts';
import { systemCode } from './storage-error.ts';

/** Everything a corpus keeps, file by file; shards by their name without ".json". */
export interface Files {
  readonly meta: JsonFile<Meta>;
  readonly topics: JsonFile<readonly Topic[]>;
  readonly seeded: JsonFile<readonly Topic[]>;
  readonly subscriptions: JsonFile<readonly Subscription[]>;
  readonly asked: JsonFile<readonly Asked[]>;
  readonly articles: Map<string, ArticlesFile>;
  /** Keeps what goes into them. */
  readonly keeper: ArticleKeeper;
  readonly deliveries: Map<string, JsonFile<readonly Delivery[]>>;
  readonly feeds: Map<string, JsonFile<readonly Feed[]>>;
  readonly shown: Map<string, JsonFile<readonly Showing[]>>;
  /** What was damaged, and what became of it. */
  readonly problems: readonly Refusal[];
}

/** The layout of files that this version writes. */
const FORMAT = 1;

// Far more than a corpus on one machine gives out while its highest arrival is lost.
const ARRIVALS_SKIPPED = 1_000_000;

const FRESH: Meta = { format: FORMAT, lastArrival: 0, starterLoaded: false };

export function articlesFile(folder: string, shard: string): string {
  return join(folder, 'articles', `${shard}.json`);
}

export function deliveriesFile(folder: string, shard: string): string {
  return join(folder, 'deliveries', `${shard}.json`);
}

export function feedsFile(folder: string, shard: string): string {
  return join(folder, 'feeds', `${shard}.json`);
}

export function shownFile(folder: string, shard: string): string {
  return join(folder, 'shown', `${shard}.json`);
}

async function shardsIn(folder: string): Promise<readonly string[]> {
  try {
    const names = await readdir(folder);
    return names
      .filter((name) => name.endsWith('.json') && !name.startsWith('.'))
      .map((name) => basename(name, '.json'))
      .sort();
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return [];
    throw error;
  }
}

/** How articles are read. */
export interface Reading {
  readonly keeper: ArticleKeeper;
  /** Files that need not be read while they are as they were, by their shards. */
  readonly known: ReadonlyMap<string, Known<readonly Article[]>>;
  /** Is shown each article that was read, in its newest revision, when it costs least to look into. */
  readonly look: (article: Article) => void;
}

/**
 * Reads all files of a data folder. The owner sets damaged ones aside, a reader skips them.
 * Refuses where going on without a file could post a digest twice, or where a newer version wrote it.
 */
export async function loadFiles(
  folder: string,
  as: 'owner' | 'reader',
  { keeper, known, look }: Reading,
): Promise<Files | Refusal> {
  const problems: Refusal[] = [];

  async function unlessDamaged<T>(open: () => Promise<JsonFile<T>>) {
    try {
      return await open();
    } catch (error) {
      if (!(error instanceof DamagedFile)) throw error;
      if (as === 'reader') {
        problems.push(
          skipped(
            error,
            'Start the bot, which sets it aside, or restore it from a backup while nothing runs.',
          ),
        );
        return undefined;
      }
      problems.push(await setAside(error));
      return await open();
    }
  }

  const openOr = <T extends object>(path: string, shape: ZodType<T>, empty: T) =>
    unlessDamaged(() => openJsonFile(path, shape, empty));

  async function openVital<T extends object>(path: string, shape: ZodType<T>, empty: T) {
    try {
      return await openJsonFile(path, shape, empty);
    } catch (error) {
      if (!(error instanceof DamagedFile)) throw error;
      if (as === 'owner') throw error;
      problems.push(skipped(error, refuseDamaged(error).next));
      return undefined;
    }
  }
  const none = <T extends object>(path: string, value: T): JsonFile<T> => ({
    path,
    value,
    length: 0,
    stamp: undefined,
    write: () => Promise.reject(new Error(`${path} is damaged and not to be written`)),
  });

  try {
    const metaPath = join(folder, 'corpus.json');
    const meta = (await openOr(metaPath, META, FRESH)) ?? none(metaPath, FRESH);
    if (meta.value.format > FORMAT) return tooNew(folder, meta.value.format);
    const isMetaDamaged = problems.length > 0;

    const topicsPath = join(folder, 'topics.json');
    const topics = (await openOr(topicsPath, TOPICS, [])) ?? none(topicsPath, []);
    const seededPath = join(folder, 'seeded-topics.json');
    const seeded = (await openOr(seededPath, TOPICS, [])) ?? none(seededPath, []);
    const askedPath = join(folder, 'asked.json');
    const asked = (await openOr(askedPath, ASKED, [])) ?? none(askedPath, []);
    const subscriptionsPath = join(folder, 'subscriptions.json');
    const subscriptions =
      (await openVital(subscriptionsPath, SUBSCRIPTIONS, [])) ?? none(subscriptionsPath, []);

    const deliveries = new Map<string, JsonFile<readonly Delivery[]>>();
    for (const shard of await shardsIn(join(folder, 'deliveries'))) {
      const file = await openVital(deliveriesFile(folder, shard), DELIVERIES, []);
      if (file !== undefined) deliveries.set(shard, file);
    }
    const articles = new Map<string, ArticlesFile>();
    const unchanged = await unchangedIn(folder, known);
    for (const shard of await shardsIn(join(folder, 'articles'))) {
      const path = articlesFile(folder, shard);
      const asItWas = unchanged.get(shard);
      const file = await unlessDamaged(() => openArticlesFile(path, keeper, asItWas));
      if (file === undefined) continue;
      articles.set(shard, file);
      if (asItWas === undefined) for (const article of newestOf(file.value)) look(article);
    }
    const feeds = new Map<string, JsonFile<readonly Feed[]>>();
    for (const shard of await shardsIn(join(folder, 'feeds'))) {
      const file = await openOr(feedsFile(folder, shard), FEEDS, []);
      if (file !== undefined) feeds.set(shard, file);
    }
    const shown = new Map<string, JsonFile<readonly Showing[]>>();
    for (const shard of await shardsIn(join(folder, 'shown'))) {
      const file = await openOr(shownFile(folder, shard), SHOWN, []);
      if (file !== undefined) shown.set(shard, file);
    }
    if (as === 'owner' && meta.length === 0) {
      const highest = highestArrival(articles, deliveries, subscriptions.value, asked.value);
      if (highest > 0) {
        if (!isMetaDamaged) problems.push(missing(metaPath));
        await restoreMeta(meta, highest);
      }
    }
    return {
      ...{ meta, topics, seeded, subscriptions, asked },
      ...{ articles, keeper, deliveries, feeds, shown, problems },
    };
  } catch (error) {
    if (error instanceof DamagedFile) return refuseDamaged(error);
    throw error;
  }
}

/** Of the files known before, those that are as they were. */
async function unchangedIn(folder: string, known: Reading['known']): Promise<Reading['known']> {
  const checked = [...known].map(async ([shard, file]) => {
    const isSame = (await stampAt(articlesFile(folder, shard))) === file.stamp;
    return isSame ? ([[shard, file]] as const) : [];
  });
  return new Map((await Promise.all(checked)).flat());
}

/** Of all revisions in a file, the last of each article; they stand together. */
function newestOf(revisions: readonly Article[]): Iterable<Article> {
  const newest = new Map<string, Article>();
  for (const article of revisions) {
    const other = newest.get(article.id);
    if (other === undefined || other.revision < article.revision) newest.set(article.id, article);
  }
  return newest.values();
}

/** The highest arrival that anything speaks of, its article there or removed since; 0 where nothing does. */
function highestArrival(
  articles: ReadonlyMap<string, ArticlesFile>,
  deliveries: ReadonlyMap<string, JsonFile<readonly Delivery[]>>,
  subscriptions: readonly Subscription[],
  asked: readonly Asked[],
): number {
  let highest = 0;
  const see = (arrival: number) => {
    highest = Math.max(highest, arrival);
  };
  for (const { value } of articles.values()) for (const { arrival } of value) see(arrival);
  for (const { value } of deliveries.values()) for (const { digest } of value) see(digest.upTo);
  for (const { startsAfter } of subscriptions) see(startsAfter);
  for (const { arrival } of asked) see(arrival);
  return highest;
}

/** Makes good a lost corpus.json: arrivals go on beyond any that may have been given out. */
async function restoreMeta(meta: JsonFile<Meta>, highest: number): Promise<void> {
  await meta.write({
    format: FORMAT,
    lastArrival: highest + ARRIVALS_SKIPPED,
    starterLoaded: true,
  });
}

function missing(path: string): Refusal {
  return refuse(
    `${path} was missing; it was made anew and the rest is in use.`,
    'Nothing need be done. If the rest of the folder comes from a backup, check that it is whole.',
  );
}

async function setAside(damaged: DamagedFile): Promise<Refusal> {
  const stamp = new Date().toISOString().replace(/[:.]/g, '-');
  const aside = `${damaged.path}.damaged-${stamp}`;
  await rename(damaged.path, aside);
  return refuse(
    `${damaged.path} is damaged (${damaged.message}); it was set aside as ${aside} and the rest is in use.`,
    `Restore ${damaged.path} from a backup while nothing runs, or add the articles that are missing again.`,
  );
}

function skipped(damaged: DamagedFile, next: string): Refusal {
  return refuse(`${damaged.path} is damaged (${damaged.message}) and was left out.`, next);
}

function refuseDamaged(damaged: DamagedFile): Refusal {
  return refuse(
    `${damaged.path} is damaged (${damaged.message}). Going on without it could post a digest twice.`,
    `Restore it from a backup while nothing runs. Without one, move it out of the folder: its subscriptions have to be set up again, and what was due on its day may be posted again.`,
  );
}

function tooNew(folder: string, format: number): Refusal {
  return refuse(
    `The data folder ${folder} was written by a newer version (layout ${format}; this version knows ${FORMAT}).`,
    'Run that newer version, or choose another data folder.',
  );
}
