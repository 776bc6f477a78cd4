import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../src/corpus/postgres/open.ts';
import type { Article } from '../../src/news/article.ts';
import type { Delivery } from '../../src/news/delivery.ts';
import { given } from './given.ts';
import { temporaryDatabase } from './stores.ts';

const FIRST = new URL('../../src/corpus/postgres/migrations/0001-corpus.sql', import.meta.url);

/** A database as a process of the first layout laid it out, with that process's connection. */
async function ofFirstLayout() {
  const url = await temporaryDatabase();
  const before = new pg.Client({ connectionString: url });
  await before.connect();
  onTestFinished(() => before.end());
  await before.query(await readFile(FIRST, 'utf8'));
  await before.query(
    'CREATE TABLE layout (migration integer PRIMARY KEY, name text NOT NULL, at timestamptz NOT NULL DEFAULT now())',
  );
  await before.query("INSERT INTO layout (migration, name) VALUES (1, '0001-corpus.sql')");
  const follow = (address: string, by: string, dueAt?: string | null) =>
    before.query(
      `INSERT INTO feeds (url, added_at, feed) VALUES ($1, '2026-03-02', $2)
       ON CONFLICT (url) DO UPDATE SET feed = excluded.feed`,
      [address, JSON.stringify({ url: address, by, addedAt: '2026-03-02', health: { dueAt } })],
    );
  const record = (one: Delivery) =>
    before.query(
      `INSERT INTO deliveries (id, channel, slot, at, delivery) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (id) DO UPDATE SET delivery = excluded.delivery`,
      [one.id, one.channel, one.slot, one.at, JSON.stringify(one)],
    );
  const add = (one: Pick<Article, 'id' | 'title' | 'ingestedAt'>) =>
    before.query(
      `WITH r AS (INSERT INTO revisions (id, revision, arrival, body) VALUES ($1, 1, 1, $2))
       INSERT INTO articles VALUES ($1, 1, 1, NULL, NULL, 1, true, '')`,
      [one.id, JSON.stringify(one)],
    );
  return { url, follow, record, add };
}

test('a database of the first layout is brought up to date beside a process that knows only that', async () => {
  const { url, follow } = await ofFirstLayout();
  // An address that just fitted into its index that version kept as it is.
  const address = `https://a.example/?key=${randomBytes(1_100).toString('base64url')}`;
  await follow(address, 'U1');

  const corpus = given(await openDatabase(url));
  onTestFinished(() => corpus.close());
  expect(await corpus.feed(address)).toMatchObject({ by: 'U1' });
  await corpus.changeFeed(address, (feed) => feed && { ...feed, by: 'U2' });
  await follow(address, 'U3');
  expect(await corpus.feeds()).toMatchObject([{ url: address, by: 'U3' }]);
});

test('what a process of the first layout writes is found, whatever texts it holds', async () => {
  const { url, follow, record, add } = await ofFirstLayout();
  const odd = 'a\0b\ud83d';
  const [early, late] = ['2026-03-02T09:00:00.000Z', '2026-03-02T10:00:00.000Z'];
  const [gone, due, later] = ['https://g.example/', 'https://d.example/', 'https://l.example/'];
  await follow(gone, odd, null);
  await follow(due, odd, early);
  await follow(later, odd, late);
  await add({ id: 'a1', title: odd, ingestedAt: early });
  const digest = { channel: 'C1', after: 0, upTo: 1, stories: [], sources: [] };
  const delivery = (state: Delivery['state']): Delivery => ({
    ...{ id: 'C1/1', channel: 'C1', slot: early, state, digest, ts: null, reason: odd, at: early },
  });
  await record(delivery('claimed'));

  const corpus = given(await openDatabase(url));
  onTestFinished(() => corpus.close());
  expect(await corpus.feedsDue(early)).toEqual([due]);
  expect(await corpus.cameBefore(late, 10)).toEqual(['a1']);
  expect(await corpus.cameBefore(early, 10)).toEqual([]);
  await corpus.record(delivery('claimed'));

  const put = (dueAt: string) =>
    corpus.changeFeed(due, (feed) => feed && { ...feed, health: { ...feed.health, dueAt } });
  await put(late);
  expect(await corpus.feedsDue(early)).toEqual([]);
  await follow(due, 'U1', early);
  expect(await corpus.feedsDue(early)).toEqual([due]);
  await put(late);
  expect(await corpus.feedsDue(early)).toEqual([]);

  await corpus.record(delivery('unknown'));
  await record(delivery('posted'));
  await expect(corpus.record(delivery('claimed'))).rejects.toThrow('Another process');
});
