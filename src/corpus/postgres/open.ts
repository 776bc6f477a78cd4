import { type Refusal, refuse } from '../../news/refusal.ts';
import type { Topic } from '../../news/topic.ts';
import type { OwnedCorpus, Shelf } from '../owned-corpus.ts';
import { nameOf } from './address.ts';
import {
  addArticles,
  amendArticles,
  articleIn,
  articlesIn,
  idsBefore,
  lockArticles,
  removeArticle,
} from './articles.ts';
import { type Bodies, bodiesInMemory } from './bodies.ts';
import { changesAfter } from './changes.ts';
import { connectTo, type Database, type Query } from './database.ts';
import { explainDatabase } from './database-error.ts';
import { readText } from './kept-text.ts';
import { LEASE_MS, leasesIn } from './leases.ts';
import { listsIn } from './lists.ts';
import { migrateDatabase } from './migrate.ts';
import { daysOf, findArticles } from './search.ts';

/**
 * Opens a database, bringing it to this version's layout; any number of processes may. Refuses where it cannot be
 * reached, and where a newer version wrote it. Later failures of it throw StorageError, and the next call tries again.
 * `lease` is how long the work of a process that died is left to it, in milliseconds.
 */
export async function openDatabase(
  address: string,
  now: () => Date = () => new Date(),
  lease: number = LEASE_MS,
): Promise<OwnedCorpus | Refusal> {
  const place = nameOf(address);
  const sql = connectTo(address);
  try {
    const refusal = (await migrateDatabase(sql, place)) ?? (await halfMoved(sql, place));
    if (refusal === undefined) return corpusIn(sql, place, now, lease);
    await sql.end();
    return refusal;
  } catch (error) {
    await sql.end().catch(() => {});
    const { refused, next } = explainDatabase(place, 'open', error);
    return refuse(refused, next);
  }
}

/** Why a database cannot be worked with yet; undefined where it can. */
async function halfMoved(sql: Query, place: string): Promise<Refusal | undefined> {
  const [row] = await sql<{ moving: string | null }[]>`SELECT moving FROM corpus`;
  const folder = row?.moving ?? null;
  if (folder === null) return undefined;
  return refuse(
    `Not all of ${readText(folder)} has been moved into ${place} yet.`,
    'Give the command again that moves it: briefing migrate',
  );
}

function corpusIn(sql: Database, place: string, now: () => Date, lease: number): OwnedCorpus {
  const bodies = bodiesInMemory();
  const leases = leasesIn(sql, lease);

  /** The same work, whose failures are told in a sentence. */
  function told<A extends readonly unknown[], T>(
    doing: string,
    work: (...given: A) => Promise<T>,
  ): (...given: A) => Promise<T> {
    return async (...given) => {
      try {
        return await work(...given);
      } catch (error) {
        throw explainDatabase(place, doing, error);
      }
    };
  }
  const reading = <A extends readonly unknown[], T>(work: (...given: A) => Promise<T>) =>
    told('read from', work);
  const writing = <A extends readonly unknown[], T>(work: (...given: A) => Promise<T>) =>
    told('write to', work);

  async function alone<T>(work: (shelf: Shelf) => Promise<T>): Promise<T> {
    const done = await sql.begin(async (tx) => {
      await lockArticles(tx);
      // A memory of its own: should this come to nothing, its numbers are given to other articles.
      return { result: await work(shelfIn(tx, bodiesInMemory(), now)) };
    });
    return done.result;
  }

  const lists = listsIn(sql);
  return {
    search: reading((search) => findArticles(sql, bodies, search)),
    days: reading((search) => daysOf(sql, bodies, search)),
    article: reading((id, revision) => articleIn(sql, bodies, id, revision)),
    size: reading(() => sizeOf(sql)),
    cameBefore: reading((instant, most) => idsBefore(sql, instant, most)),
    topics: reading(lists.topics),
    subscriptions: reading(lists.subscriptions),
    subscription: reading(lists.subscription),
    deliveries: reading(lists.deliveries),
    ledgers: reading(lists.ledgers),
    lastAsked: reading(lists.lastAsked),
    shown: reading(lists.shown),
    feeds: reading(lists.feeds),
    feed: reading(lists.feed),
    feedsDue: reading(lists.feedsDue),
    problems: () => [],
    starterLoaded: reading(async () => {
      const [row] = await sql<{ is: boolean }[]>`SELECT starter_loaded AS is FROM corpus`;
      return row?.is ?? false;
    }),
    seeded: reading(async () => {
      const [row] = await sql<{ seeded: Topic[] }[]>`SELECT seeded FROM corpus`;
      return row?.seeded ?? [];
    }),
    mark: reading(async () => {
      const [row] = await sql<{ changes: number }[]>`SELECT changes FROM corpus`;
      return row?.changes ?? 0;
    }),
    changesAfter: reading((mark) => changesAfter(sql, bodies, mark)),
    alone: writing(alone) as OwnedCorpus['alone'],
    add: writing((newcomers) => alone((shelf) => shelf.add(newcomers))),
    remove: writing((id) => alone((shelf) => shelf.remove(id))),
    amend: writing((beside) => alone((shelf) => shelf.amend(beside))),
    changeFeed: writing(lists.changeFeed),
    changeShown: writing(lists.changeShown),
    setTopic: writing(lists.setTopic),
    removeTopic: writing(lists.removeTopic),
    subscribe: writing(lists.subscribe),
    unsubscribe: writing(lists.unsubscribe),
    record: writing(lists.record),
    forget: writing(lists.forget),
    asked: writing(lists.asked),
    markStarterLoaded: writing(async () => {
      await sql`UPDATE corpus SET starter_loaded = true`;
    }),
    keepSeeded: writing(async (topics) => {
      await sql`UPDATE corpus SET seeded = ${JSON.stringify(topics)}::text::json`;
    }),
    exclusively: writing(leases.exclusively) as OwnedCorpus['exclusively'],
    ifFree: writing(leases.ifFree) as OwnedCorpus['ifFree'],
    isOurs: leases.isOurs,
    close: () => sql.end(),
  };
}

function shelfIn(tx: Query, bodies: Bodies, now: () => Date): Shelf {
  return {
    search: (search) => findArticles(tx, bodies, search),
    article: (id, revision) => articleIn(tx, bodies, id, revision),
    articles: (ids) => articlesIn(tx, bodies, ids),
    size: () => sizeOf(tx),
    add: (newcomers) => addArticles(tx, bodies, newcomers, now().toISOString()),
    remove: (id) => removeArticle(tx, id),
    amend: (beside) => amendArticles(tx, beside),
    mark: async () => (await lockArticles(tx)).changes,
    changesAfter: (mark) => changesAfter(tx, bodies, mark),
  };
}

async function sizeOf(sql: Query): Promise<{ articles: number; lastArrival: number }> {
  const [size] = await sql<{ articles: number; last_arrival: number }[]>`
    SELECT articles, last_arrival FROM corpus`;
  return { articles: size?.articles ?? 0, lastArrival: size?.last_arrival ?? 0 };
}
