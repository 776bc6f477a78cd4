import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../src/corpus/postgres/open.ts';
import { given } from './given.ts';
import { temporaryDatabase } from './stores.ts';

const FIRST = new URL('../../src/corpus/postgres/migrations/0001-corpus.sql', import.meta.url);

test('a database of the first layout is brought up to date beside a process that knows only that', async () => {
  const url = await temporaryDatabase();
  const before = new pg.Client({ connectionString: url });
  await before.connect();
  onTestFinished(() => before.end());
  await before.query(await readFile(FIRST, 'utf8'));
  await before.query(
    'CREATE TABLE layout (migration integer PRIMARY KEY, name text NOT NULL, at timestamptz NOT NULL DEFAULT now())',
  );
  await before.query("INSERT INTO layout (migration, name) VALUES (1, '0001-corpus.sql')");
  // What that version follows: an address that fits into its index, as it is.
  const follow = (address: string, by: string) =>
    before.query(
      `INSERT INTO feeds (url, added_at, feed) VALUES ($1, '2026-03-02', $2)
       ON CONFLICT (url) DO UPDATE SET feed = excluded.feed`,
      [address, JSON.stringify({ url: address, by, addedAt: '2026-03-02', health: {} })],
    );
  const address = `https://a.example/?key=${randomBytes(1_100).toString('base64url')}`;
  await follow(address, 'U1');

  const corpus = given(await openDatabase(url));
  onTestFinished(() => corpus.close());
  expect(await corpus.feed(address)).toMatchObject({ by: 'U1' });
  await corpus.changeFeed(address, (feed) => feed && { ...feed, by: 'U2' });
  await follow(address, 'U3');
  expect(await corpus.feeds()).toMatchObject([{ url: address, by: 'U3' }]);
});
