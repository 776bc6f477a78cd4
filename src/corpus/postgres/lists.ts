import type { Delivery } from '../../news/delivery.ts';
import type { Feed } from '../../news/feed.ts';
import { refuse } from '../../news/refusal.ts';
import type { Showing } from '../../news/showing.ts';
import type { Subscription } from '../../news/subscription.ts';
import type { Topic } from '../../news/topic.ts';
import type { Corpus } from '../corpus.ts';
import { StorageError } from '../storage-error.ts';
import { type Database, lock, type Query } from './database.ts';
import { dueAtOf, NEVER } from './due-at.ts';
import { DIGEST_MARK, keptKey, keysOf } from './kept-key.ts';
import { keptText, readText } from './kept-text.ts';

/** People ask in any words they like. */
const ASKED_KEPT = 200;

type Lists = Pick<
  Corpus,
  | 'topics'
  | 'setTopic'
  | 'removeTopic'
  | 'subscriptions'
  | 'subscription'
  | 'subscribe'
  | 'unsubscribe'
  | 'deliveries'
  | 'ledgers'
  | 'record'
  | 'forget'
  | 'lastAsked'
  | 'asked'
  | 'feeds'
  | 'feed'
  | 'feedsDue'
  | 'changeFeed'
  | 'shown'
  | 'changeShown'
>;

const TOLD_ALREADY = refuse(
  'Another process has posted this digest meanwhile.',
  'Nothing need be done.',
);

/** All that a corpus keeps beside its articles, each change in one step. */
export function listsIn(sql: Database): Lists {
  return {
    async topics() {
      const rows = await sql<{ topic: Topic }[]>`SELECT topic FROM topics ORDER BY place`;
      return rows.map(({ topic }) => topic);
    },
    async setTopic(topic) {
      await sql`
        INSERT INTO topics (name, topic)
        VALUES (${keptText(topic.name)}, ${JSON.stringify(topic)}::text::json)
        ON CONFLICT (name) DO UPDATE SET topic = excluded.topic`;
    },
    async removeTopic(name) {
      const gone = await sql`DELETE FROM topics WHERE name = ${keptText(name)} RETURNING name`;
      return gone.length > 0;
    },
    async subscriptions() {
      const rows = await sql<{ subscription: Subscription }[]>`
        SELECT subscription FROM subscriptions ORDER BY place`;
      return rows.map(({ subscription }) => subscription);
    },
    async subscription(channel) {
      const [row] = await sql<{ subscription: Subscription }[]>`
        SELECT subscription FROM subscriptions WHERE channel = ${keptText(channel)}`;
      return row?.subscription;
    },
    async subscribe(subscription) {
      await sql`
        INSERT INTO subscriptions (channel, subscription)
        VALUES (${keptText(subscription.channel)}, ${JSON.stringify(subscription)}::text::json)
        ON CONFLICT (channel) DO UPDATE SET subscription = excluded.subscription, place = DEFAULT`;
    },
    async unsubscribe(channel) {
      const gone = await sql`
        DELETE FROM subscriptions WHERE channel = ${keptText(channel)} RETURNING channel`;
      return gone.length > 0;
    },
    async deliveries(channel) {
      const rows = await sql<{ delivery: Delivery }[]>`
        SELECT delivery FROM deliveries WHERE channel = ${keptText(channel)} ORDER BY slot, at`;
      return rows.map(({ delivery }) => delivery);
    },
    async ledgers() {
      const rows = await sql<{ channel: string; changes: number }[]>`
        SELECT channel, changes FROM ledgers`;
      return new Map(rows.map(({ channel, changes }) => [readText(channel), changes]));
    },
    async record(delivery) {
      const { channel, slot, at, state } = delivery;
      const id = keptText(delivery.id);
      const put = (tx: Query, isOverAny: boolean) => tx`
        INSERT INTO deliveries (id, channel, slot, at, state, delivery)
        VALUES (${id}, ${keptText(channel)}, ${slot}, ${at}, ${state},
          ${JSON.stringify(delivery)}::text::json)
        ON CONFLICT (id) DO UPDATE SET channel = excluded.channel, slot = excluded.slot,
          at = excluded.at, state = excluded.state, delivery = excluded.delivery
          WHERE ${isOverAny} OR deliveries.state <> 'posted'
        RETURNING id`;
      if ((await put(sql, state === 'posted')).length > 0) return;
      await sql.begin(async (tx) => {
        const [before] = await tx<{ delivery: Delivery }[]>`
          SELECT delivery FROM deliveries WHERE id = ${id} FOR UPDATE`;
        // Whoever goes by what it read before another took over its turn must neither post nor say that nobody has.
        if (before?.delivery.state === 'posted') throw new StorageError(TOLD_ALREADY);
        await put(tx, true);
      });
    },
    async forget(channel, ids, startsAfter) {
      const key = keptText(channel);
      await sql.begin(async (tx) => {
        const [row] = await tx<{ subscription: Subscription }[]>`
          SELECT subscription FROM subscriptions WHERE channel = ${key} FOR UPDATE`;
        if (row !== undefined && row.subscription.startsAfter < startsAfter) {
          const subscription = JSON.stringify({ ...row.subscription, startsAfter });
          await tx`
            UPDATE subscriptions SET subscription = ${subscription}::text::json
            WHERE channel = ${key}`;
        }
        await tx`DELETE FROM deliveries WHERE id = ANY(${ids.map(keptText)}::text[])`;
      });
    },
    async lastAsked(user, topic) {
      const [asked] = await sql<{ arrival: number }[]>`
        SELECT arrival FROM asked WHERE reader = ${keptText(user)} AND topic = ${keptText(topic)}`;
      return asked?.arrival;
    },
    async asked(user, topic, arrival) {
      const reader = keptText(user);
      await sql.begin(async (tx) => {
        await lock(tx, 'asked', reader);
        await tx`
          INSERT INTO asked (reader, topic, arrival)
          VALUES (${reader}, ${keptText(topic)}, ${arrival})
          ON CONFLICT (reader, topic) DO UPDATE SET arrival = excluded.arrival, place = DEFAULT`;
        await tx`
          DELETE FROM asked WHERE reader = ${reader} AND place <= (
            SELECT place FROM asked WHERE reader = ${reader}
            ORDER BY place DESC OFFSET ${ASKED_KEPT} LIMIT 1
          )`;
      });
    },
    async feeds() {
      const rows = await sql<{ feed: Feed }[]>`SELECT feed FROM feeds ORDER BY added_at, place`;
      return rows.map(({ feed }) => feed);
    },
    async feed(url) {
      const [row] = await sql<{ feed: Feed }[]>`
        SELECT feed FROM feeds WHERE url = ANY(${keysOf(url)}::text[])`;
      return row?.feed;
    },
    async feedsDue(by) {
      const rows = await sql<{ url: string; due_at: string | null; feed: Feed | null }[]>`
        SELECT url, due_at,
          CASE WHEN due_at IS NULL OR starts_with(url, ${DIGEST_MARK}) THEN feed END AS feed
        FROM feeds WHERE due_at > ${NEVER} AND due_at <= ${by} OR due_at IS NULL
        ORDER BY added_at, place`;
      return rows
        .map(({ url, due_at, feed }) => ({
          url: feed?.url ?? readText(url),
          dueAt: due_at ?? dueAtOf(feed),
        }))
        .filter(({ dueAt }) => dueAt !== NEVER && dueAt <= by)
        .map(({ url }) => url);
    },
    changeFeed(url, change) {
      return sql.begin(async (tx): Promise<Feed | undefined> => {
        await lock(tx, 'feed', keptText(url));
        const [row] = await tx<{ url: string; feed: Feed }[]>`
          SELECT url, feed FROM feeds WHERE url = ANY(${keysOf(url)}::text[])`;
        const key = row?.url ?? keptKey(url);
        const after = change(row?.feed);
        if (after === row?.feed) return after;
        if (after === undefined) await tx`DELETE FROM feeds WHERE url = ${key}`;
        else {
          await tx`
            INSERT INTO feeds (url, added_at, due_at, feed)
            VALUES (${key}, ${after.addedAt}, ${dueAtOf(after)},
              ${JSON.stringify(after)}::text::json)
            ON CONFLICT (url) DO UPDATE SET added_at = excluded.added_at,
              due_at = excluded.due_at, feed = excluded.feed`;
        }
        return after;
      });
    },
    async shown(to) {
      const [row] = await sql<{ showings: Showing[] }[]>`
        SELECT showings FROM shown WHERE reader = ${keptText(to)}`;
      return row?.showings ?? [];
    },
    async changeShown(to, change) {
      const reader = keptText(to);
      await sql.begin(async (tx) => {
        await lock(tx, 'shown', reader);
        const [row] = await tx<{ showings: Showing[] }[]>`
          SELECT showings FROM shown WHERE reader = ${reader}`;
        const after = JSON.stringify(change(row?.showings ?? []));
        await tx`
          INSERT INTO shown (reader, showings) VALUES (${reader}, ${after}::text::json)
          ON CONFLICT (reader) DO UPDATE SET showings = excluded.showings`;
      });
    },
  };
}
