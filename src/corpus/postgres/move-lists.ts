import { isDeepStrictEqual } from 'node:util';
import type { Showing } from '../../news/showing.ts';
import type { Files } from '../load.ts';
import type { Asked } from '../shapes.ts';
import type { Query } from './database.ts';
import { dueAtOf } from './due-at.ts';
import { keptKey } from './kept-key.ts';
import { keptText, readText } from './kept-text.ts';

/** Writes all that a folder keeps beside its articles, in place of what was there. */
export async function putLists(tx: Query, files: Files): Promise<void> {
  await tx`TRUNCATE topics, subscriptions, deliveries, asked, feeds, shown`;
  const json = (all: readonly unknown[]) => all.map((one) => JSON.stringify(one));
  const topics = files.topics.value;
  await tx`
    INSERT INTO topics (name, topic) SELECT name, topic::json
    FROM unnest(${topics.map(({ name }) => keptText(name))}::text[], ${json(topics)}::text[])
      WITH ORDINALITY AS given (name, topic, place) ORDER BY place`;
  const subscriptions = files.subscriptions.value;
  await tx`
    INSERT INTO subscriptions (channel, subscription) SELECT channel, subscription::json
    FROM unnest(
      ${subscriptions.map(({ channel }) => keptText(channel))}::text[],
      ${json(subscriptions)}::text[]
    ) WITH ORDINALITY AS given (channel, subscription, place) ORDER BY place`;
  for (const { value } of files.deliveries.values()) {
    await tx`
      INSERT INTO deliveries (id, channel, slot, at, state, delivery)
      SELECT id, channel, slot, at, state, delivery::json FROM unnest(
        ${value.map(({ id }) => keptText(id))}::text[],
        ${value.map(({ channel }) => keptText(channel))}::text[],
        ${value.map(({ slot }) => slot)}::text[], ${value.map(({ at }) => at)}::text[],
        ${value.map(({ state }) => state)}::text[], ${json(value)}::text[]
      ) AS given (id, channel, slot, at, state, delivery)`;
  }
  const asked = files.asked.value;
  await tx`
    INSERT INTO asked (reader, topic, arrival) SELECT reader, topic, arrival FROM unnest(
      ${asked.map(({ user }) => keptText(user))}::text[],
      ${asked.map(({ topic }) => keptText(topic))}::text[],
      ${asked.map(({ arrival }) => arrival)}::bigint[]
    ) WITH ORDINALITY AS given (reader, topic, arrival, place) ORDER BY place`;
  const feeds = [...files.feeds.values()].flatMap(({ value }) => value);
  await tx`
    INSERT INTO feeds (url, added_at, due_at, feed)
    SELECT url, added_at, due_at, feed::json FROM unnest(
      ${feeds.map(({ url }) => keptKey(url))}::text[],
      ${feeds.map(({ addedAt }) => addedAt)}::text[], ${feeds.map(dueAtOf)}::text[],
      ${json(feeds)}::text[]
    ) WITH ORDINALITY AS given (url, added_at, due_at, feed, place) ORDER BY place`;
  const shown = [...showingsOf(files)];
  await tx`
    INSERT INTO shown (reader, showings) SELECT reader, showings::json FROM unnest(
      ${shown.map(([reader]) => keptText(reader))}::text[],
      ${json(shown.map(([, showings]) => showings))}::text[]
    ) AS given (reader, showings)`;
}

/** What of a folder's lists is not the same in the database, in a word; undefined where nothing is. */
export async function differsFrom(sql: Query, files: Files): Promise<string | undefined> {
  const rows = async (query: Promise<readonly { readonly one: unknown }[]>) =>
    (await query).map(({ one }) => one);
  const deliveries = [...files.deliveries.values()].flatMap(({ value }) => value);
  const feeds = [...files.feeds.values()].flatMap(({ value }) => value);
  const shown = [...showingsOf(files).values()].flat();
  const kept: readonly (readonly [string, readonly unknown[], readonly unknown[]])[] = [
    ['a topic', files.topics.value, await rows(sql`SELECT topic AS one FROM topics`)],
    [
      'a subscription',
      files.subscriptions.value,
      await rows(sql`SELECT subscription AS one FROM subscriptions`),
    ],
    ['a delivery', deliveries, await rows(sql`SELECT delivery AS one FROM deliveries`)],
    ['what was last asked', files.asked.value, await askedIn(sql)],
    ['a feed', feeds, await rows(sql`SELECT feed AS one FROM feeds`)],
    [
      'what was shown',
      shown,
      await rows(sql`SELECT one FROM shown, json_array_elements(showings) AS one`),
    ],
  ];
  return kept.find(([, wanted, found]) => !isDeepStrictEqual(sorted(wanted), sorted(found)))?.[0];
}

async function askedIn(sql: Query): Promise<readonly Asked[]> {
  const rows = await sql<{ reader: string; topic: string; arrival: number }[]>`
    SELECT reader, topic, arrival FROM asked`;
  return rows.map(({ reader, topic, arrival }) => ({
    ...{ user: readText(reader), topic: readText(topic), arrival },
  }));
}

function showingsOf(files: Files): ReadonlyMap<string, readonly Showing[]> {
  const byReader = new Map<string, Showing[]>();
  for (const { value } of files.shown.values()) {
    for (const showing of value) {
      byReader.set(showing.to, [...(byReader.get(showing.to) ?? []), showing]);
    }
  }
  return byReader;
}

function sorted(all: readonly unknown[]): readonly string[] {
  return all.map((one) => canonical(one)).sort();
}

/** JSON that is the same for the same values, in whatever order their fields stand. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  );
}
