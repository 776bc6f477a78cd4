import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openCorpus, readCorpus } from '../../src/corpus/open.ts';
import { FULL } from '../../src/corpus/shard.ts';
import type { Delivery } from '../../src/news/delivery.ts';
import type { Subscription } from '../../src/news/subscription.ts';
import { given } from './given.ts';
import { article } from './new-article.ts';
import { temporaryFolder } from './temporary-folder.ts';

const NOW = new Date('2026-03-04T05:06:07Z');

function subscription(channel: string): Subscription {
  return {
    channel,
    topics: ['opm'],
    schedule: { days: [1, 2], times: ['08:30'], timeZone: 'America/New_York' },
    by: 'U1',
    since: '2026-03-01T00:00:00.000Z',
    startsAfter: 0,
  };
}

function delivery(id: string, slot: string, state: Delivery['state']): Delivery {
  const digest = { channel: 'C1', after: 0, upTo: 1, stories: [], sources: [] };
  return { id, channel: 'C1', slot, state, digest, ts: null, reason: null, at: slot };
}

describe('adding', () => {
  test('gives each revision the next arrival, and the same text none', async () => {
    const corpus = given(await openCorpus(temporaryFolder(), () => NOW));
    const a = article({ id: 'a', text: 'One.' });
    const b = article({ id: 'b', text: 'Two.' });
    expect(await corpus.add([a, b])).toEqual([
      { id: 'a', revision: 1, change: 'new' },
      { id: 'b', revision: 1, change: 'new' },
    ]);
    expect(await corpus.add([a, { ...b, text: 'Two, corrected.' }])).toEqual([
      { id: 'a', revision: 1, change: 'unchanged' },
      { id: 'b', revision: 2, change: 'revised' },
    ]);
    expect(await corpus.article('b')).toMatchObject({
      text: 'Two, corrected.',
      revision: 2,
      arrival: 3,
      ingestedAt: NOW.toISOString(),
    });
    expect(await corpus.article('b', 1)).toMatchObject({ text: 'Two.', arrival: 2 });
    expect(await corpus.article('b', 3)).toBeUndefined();
    expect(await corpus.article('c')).toBeUndefined();
    expect(await corpus.size()).toEqual({ articles: 2, lastArrival: 3 });
    await corpus.close();
  });

  test('counts a changed title or date as a revision', async () => {
    const corpus = given(await openCorpus(temporaryFolder()));
    const a = article({ id: 'a', publishedAt: '2015-06-22' });
    await corpus.add([a]);
    expect(await corpus.add([{ ...a, title: 'A title' }])).toMatchObject([{ change: 'revised' }]);
    expect(await corpus.add([{ ...a, publishedAt: '2015-06-23' }])).toMatchObject([
      { revision: 3, change: 'revised' },
    ]);
    await corpus.close();
  });

  test('handles the same article twice in one step', async () => {
    const corpus = given(await openCorpus(temporaryFolder()));
    const a = article({ id: 'a' });
    expect(await corpus.add([a, a, { ...a, text: 'Else.' }])).toMatchObject([
      { revision: 1, change: 'new' },
      { revision: 1, change: 'unchanged' },
      { revision: 2, change: 'revised' },
    ]);
    await corpus.close();
  });

  test('files an article by its day, an undated one by the day it came in, revisions with the first', async () => {
    const folder = temporaryFolder();
    const corpus = given(await openCorpus(folder, () => NOW));
    const a = article({ id: 'a', publishedAt: '2015-06-22T23:30:00-04:00' });
    await corpus.add([a, article({ id: 'b' })]);
    await corpus.add([{ ...a, publishedAt: '2015-07-01' }]);
    await corpus.close();
    expect(readdirSync(join(folder, 'articles')).sort()).toEqual([
      '2015-06-22.json',
      '2026-03-04.json',
    ]);
    const again = given(await openCorpus(folder));
    expect(await again.article('a')).toMatchObject({ publishedAt: '2015-07-01', revision: 2 });
    await again.close();
  });

  test('rewrites no other day, and starts a new file where a day has many articles', async () => {
    const folder = temporaryFolder();
    const corpus = given(await openCorpus(folder));
    await corpus.add([article({ id: 'other', publishedAt: '2015-06-21' })]);
    const other = join(folder, 'articles', '2015-06-21.json');
    const before = statSync(other).ino;
    const text = 'A word and another. '.repeat(5000);
    for (let n = 0; n < 12; n += 1) {
      await corpus.add([article({ id: `a${n}`, publishedAt: '2015-06-22', text })]);
    }
    expect(statSync(other).ino).toBe(before);
    const day = readdirSync(join(folder, 'articles')).filter((name) =>
      name.startsWith('2015-06-22'),
    );
    expect(day.length).toBeGreaterThan(1);
    for (const name of day) {
      const { size } = statSync(join(folder, 'articles', name));
      expect(size).toBeLessThan(FULL + text.length + 2000);
    }
    await corpus.close();
    const again = given(await openCorpus(folder));
    expect((await again.size()).articles).toBe(13);
    await again.close();
  });

  test('keeps any text as it is, in JSON that a person can read', async () => {
    const folder = temporaryFolder();
    const corpus = given(await openCorpus(folder));
    const text =
      'Quotes “”, a \u2028 separator, a lone \ud800 surrogate, \0, and "json": {}\n\nEnd.';
    await corpus.add([article({ id: 'a', text, publishedAt: '2015-06-22' })]);
    await corpus.close();
    const again = given(await readCorpus(folder));
    expect((await again.article('a'))?.text).toBe(text);
    const file = readFileSync(join(folder, 'articles', '2015-06-22.json'), 'utf8');
    expect(file).toContain('\n  "id": "a",\n');
  });
});

test('an arrival is never given out twice, neither after a removal nor after reopening', async () => {
  const folder = temporaryFolder();
  let corpus = given(await openCorpus(folder));
  await corpus.add([article({ id: 'a' }), article({ id: 'b' })]);
  expect(await corpus.remove('b')).toBe(true);
  expect(await corpus.remove('b')).toBe(false);
  await corpus.close();
  corpus = given(await openCorpus(folder));
  expect(await corpus.size()).toEqual({ articles: 1, lastArrival: 2 });
  await corpus.add([article({ id: 'c' })]);
  expect((await corpus.article('c'))?.arrival).toBe(3);
  await corpus.close();
});

test('while articles are added the last arrival never runs ahead of what search finds', async () => {
  const corpus = given(await openCorpus(temporaryFolder()));
  const days = Array.from({ length: 12 }, (_, n) => `2015-06-${10 + n}`);
  let added = false;
  const adding = corpus
    .add(days.map((day) => article({ id: day, publishedAt: day })))
    .finally(() => {
      added = true;
    });
  let looks = 0;
  while (!added) {
    const { lastArrival } = await corpus.size();
    const found = await corpus.search({});
    expect(lastArrival).toBe(Math.max(0, ...found.map((one) => one.article.arrival)));
    looks += 1;
    await new Promise(setImmediate);
  }
  await adding;
  expect(looks).toBeGreaterThan(1);
  expect(await corpus.size()).toEqual({ articles: 12, lastArrival: 12 });
  await corpus.close();
});

test('a removed article is gone from search, with all its revisions', async () => {
  const folder = temporaryFolder();
  const corpus = given(await openCorpus(folder));
  const a = article({ id: 'a', text: 'Kirby spoke.' });
  await corpus.add([a]);
  await corpus.add([{ ...a, text: 'Kirby spoke again.' }]);
  await corpus.remove('a');
  expect(await corpus.search({ phrases: ['Kirby'] })).toEqual([]);
  expect(await corpus.article('a', 1)).toBeUndefined();
  await corpus.close();
  expect(await given(await readCorpus(folder)).search({})).toEqual([]);
});

test('a subscription of the version that knew one time a day is read as it was meant', async () => {
  const folder = temporaryFolder();
  await given(await openCorpus(folder)).close();
  const { schedule, ...rest } = subscription('C1');
  const { times, ...calendar } = schedule;
  const stored = [{ ...rest, schedule: { ...calendar, time: times[0] } }];
  writeFileSync(join(folder, 'subscriptions.json'), JSON.stringify(stored));
  const corpus = given(await openCorpus(folder));
  expect(await corpus.subscriptions()).toEqual([subscription('C1')]);
  await corpus.subscribe(subscription('C2'));
  expect(readFileSync(join(folder, 'subscriptions.json'), 'utf8')).not.toContain('"time"');
  await corpus.close();
});

test('topics, subscriptions, deliveries and what was last asked survive reopening', async () => {
  const folder = temporaryFolder();
  const corpus = given(await openCorpus(folder));
  const topic = { name: 'opm', title: 'OPM', aliases: ['OPM'], questions: [] };
  await corpus.setTopic(topic);
  await corpus.setTopic({ ...topic, title: 'The OPM breaches' });
  await corpus.subscribe(subscription('C1'));
  await corpus.subscribe(subscription('C2'));
  await corpus.subscribe({ ...subscription('C1'), topics: [] });
  expect(await corpus.unsubscribe('C2')).toBe(true);
  expect(await corpus.unsubscribe('C2')).toBe(false);
  await corpus.record(delivery('C1 later', '2026-03-02T13:30:00.000Z', 'claimed'));
  await corpus.record(delivery('C1 earlier', '2026-02-27T13:30:00.000Z', 'posted'));
  await corpus.record(delivery('C1 later', '2026-03-02T13:30:00.000Z', 'posted'));
  await corpus.asked('U1', 'opm', 4);
  await corpus.asked('U1', 'opm', 7);
  await corpus.close();

  const seen = given(await readCorpus(folder));
  expect(await seen.topics()).toEqual([{ ...topic, title: 'The OPM breaches' }]);
  expect(await seen.subscriptions()).toEqual([{ ...subscription('C1'), topics: [] }]);
  expect((await seen.deliveries('C1')).map(({ id, state }) => [id, state])).toEqual([
    ['C1 earlier', 'posted'],
    ['C1 later', 'posted'],
  ]);
  expect(await seen.deliveries('C2')).toEqual([]);
  expect(await seen.lastAsked('U1', 'opm')).toBe(7);
  expect(await seen.lastAsked('U2', 'opm')).toBeUndefined();
});

test('of what a user asked for the latest 200 topics are remembered', async () => {
  const folder = temporaryFolder();
  const corpus = given(await openCorpus(folder));
  await corpus.asked('U2', 'opm', 1);
  for (let n = 1; n <= 201; n += 1) await corpus.asked('U1', `topic ${n}`, n);
  await corpus.asked('U1', 'topic 2', 500);
  await corpus.asked('U1', 'one more', 501);
  await corpus.close();
  const seen = given(await readCorpus(folder));
  expect(await seen.lastAsked('U1', 'topic 1')).toBeUndefined();
  expect(await seen.lastAsked('U1', 'topic 2')).toBe(500);
  expect(await seen.lastAsked('U1', 'topic 3')).toBeUndefined();
  expect(await seen.lastAsked('U1', 'topic 4')).toBe(4);
  expect(await seen.lastAsked('U2', 'opm')).toBe(1);
});

test('what the owner shows is on disk', async () => {
  const folder = temporaryFolder();
  const corpus = given(await openCorpus(folder));
  let written = false;
  const writing = corpus
    .setTopic({ name: 'opm', title: 'OPM', aliases: [], questions: [] })
    .finally(() => {
      written = true;
    });
  while (!written) {
    const shown = await corpus.topics();
    if (shown.length > 0) expect(existsSync(join(folder, 'topics.json'))).toBe(true);
    await new Promise(setImmediate);
  }
  await writing;
  expect(await corpus.topics()).toHaveLength(1);
  await corpus.close();
});

test('a reader beside the owner sees what was durable when it was opened', async () => {
  const folder = temporaryFolder();
  const corpus = given(await openCorpus(folder));
  await corpus.add([article({ id: 'a' })]);
  const seen = given(await readCorpus(folder));
  await corpus.add([article({ id: 'b' })]);
  expect((await seen.size()).articles).toBe(1);
  expect((await given(await readCorpus(folder)).size()).articles).toBe(2);
  await corpus.close();
});

test('changes asked for at the same time are all kept', async () => {
  const folder = temporaryFolder();
  const corpus = given(await openCorpus(folder));
  const day = '2015-06-22';
  await Promise.all(
    Array.from({ length: 50 }, (_, n) => corpus.add([article({ id: `a${n}`, publishedAt: day })])),
  );
  await corpus.close();
  const seen = given(await readCorpus(folder));
  const arrivals = (await seen.search({})).map((found) => found.article.arrival);
  expect(new Set(arrivals).size).toBe(50);
});

test('a reader of a folder that is not there finds nothing and makes nothing', async () => {
  const folder = join(temporaryFolder(), 'none');
  const seen = given(await readCorpus(folder));
  expect(await seen.size()).toEqual({ articles: 0, lastArrival: 0 });
  expect(() => statSync(folder)).toThrow();
});

test('a folder that cannot be one is refused by name', async () => {
  const file = join(temporaryFolder(), 'corpus.json');
  const corpus = given(await openCorpus(join(file, '..')));
  await corpus.setTopic({ name: 'opm', title: 'OPM', aliases: [], questions: [] });
  await corpus.close();
  const inside = join(file, '..', 'topics.json');
  expect(await openCorpus(inside)).toMatchObject({ refused: expect.stringContaining(inside) });
});
