import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Delivery } from '../../src/news/delivery.ts';
import type { Feed } from '../../src/news/feed.ts';
import { article } from './new-article.ts';
import { subscription } from './new-subscription.ts';
import { STORES } from './stores.ts';

const NOW = new Date('2026-03-04T05:06:07Z');
const SLOT = '2026-03-02T13:30:00.000Z';

function feed(url: string): Feed {
  const never = { dueAt: null, askedAt: null, answeredAt: null, newAt: null, habit: null };
  return {
    ...{ url, title: null, site: null, by: 'U1', addedAt: '2026-03-01T00:00:00.000Z' },
    ...{ include: [], exclude: [], entries: [], validators: { etag: null, lastModified: null } },
    health: {
      ...{ ...never, patience: null, problem: null, failingSince: null, failures: 0, told: null },
    },
  };
}

function delivery(id: string, slot: string, state: Delivery['state']): Delivery {
  const digest = { channel: 'C1', after: 0, upTo: 1, stories: [], sources: [] };
  return { id, channel: 'C1', slot, state, digest, ts: null, reason: null, at: slot };
}

describe.each(STORES)('$store', ({ place }) => {
  test('gives each revision the next arrival, and the same text none', async () => {
    const corpus = await (await place()).open(() => NOW);
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
    const corpus = await (await place()).open();
    const a = article({ id: 'a', publishedAt: '2015-06-22' });
    await corpus.add([a]);
    expect(await corpus.add([{ ...a, title: 'A title' }])).toMatchObject([{ change: 'revised' }]);
    expect(await corpus.add([{ ...a, publishedAt: '2015-06-23' }])).toMatchObject([
      { revision: 3, change: 'revised' },
    ]);
    await corpus.close();
  });

  test('handles the same article twice in one step', async () => {
    const corpus = await (await place()).open();
    const a = article({ id: 'a' });
    expect(await corpus.add([a, a, { ...a, text: 'Else.' }])).toMatchObject([
      { revision: 1, change: 'new' },
      { revision: 1, change: 'unchanged' },
      { revision: 2, change: 'revised' },
    ]);
    await corpus.close();
  });

  test('keeps any text as it is', async () => {
    const kept = await place();
    const corpus = await kept.open();
    const text =
      'Quotes “”, a \u2028 separator, a lone \ud800 surrogate, \0, "json": {} and \\0041\n\nEnd.';
    const id = 'a\0\\\ud800';
    await corpus.add([article({ id, title: text, text })]);
    await corpus.close();
    const again = await kept.look();
    expect(await again.article(id)).toMatchObject({ id, title: text, text });
    expect((await again.search({ phrases: ['a lone'] })).map((one) => one.article.id)).toEqual([
      id,
    ]);
    await again.close();
  });

  test('an arrival is never given out twice, neither after a removal nor after reopening', async () => {
    const kept = await place();
    let corpus = await kept.open();
    await corpus.add([article({ id: 'a' }), article({ id: 'b' })]);
    expect(await corpus.remove('b')).toBe(true);
    expect(await corpus.remove('b')).toBe(false);
    await corpus.close();
    corpus = await kept.open();
    expect(await corpus.size()).toEqual({ articles: 1, lastArrival: 2 });
    await corpus.add([article({ id: 'c' })]);
    expect((await corpus.article('c'))?.arrival).toBe(3);
    await corpus.close();
  });

  test('while articles are added, search has found all there will ever be up to the last arrival', async () => {
    const corpus = await (await place()).open();
    const days = Array.from({ length: 12 }, (_, n) => `2015-06-${10 + n}`);
    let added = false;
    const adding = Promise.all(
      [0, 1, 2, 3].map((one) =>
        corpus.add(days.map((day) => article({ id: `${one} ${day}`, publishedAt: day }))),
      ),
    ).finally(() => {
      added = true;
    });
    const looks: { readonly upTo: number; readonly found: readonly number[] }[] = [];
    while (!added) {
      const { lastArrival: upTo } = await corpus.size();
      const found = (await corpus.search({})).map((one) => one.article.arrival);
      looks.push({ upTo, found: found.filter((arrival) => arrival <= upTo) });
      await new Promise(setImmediate);
    }
    await adding;
    expect(looks.length).toBeGreaterThan(1);
    expect(looks.filter(({ upTo, found }) => found.length !== upTo)).toEqual([]);
    expect(await corpus.size()).toEqual({ articles: 48, lastArrival: 48 });
    await corpus.close();
  });

  test('a removed article is gone from search, with all its revisions', async () => {
    const kept = await place();
    const corpus = await kept.open();
    const a = article({ id: 'a', text: 'Kirby spoke.' });
    await corpus.add([a]);
    await corpus.add([{ ...a, text: 'Kirby spoke again.' }]);
    await corpus.remove('a');
    expect(await corpus.search({ phrases: ['Kirby'] })).toEqual([]);
    expect(await corpus.article('a', 1)).toBeUndefined();
    await corpus.close();
    const seen = await kept.look();
    expect(await seen.search({})).toEqual([]);
    await seen.close();
  });

  test('topics, subscriptions, deliveries and what was last asked survive reopening', async () => {
    const kept = await place();
    const corpus = await kept.open();
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

    const seen = await kept.look();
    expect(await seen.topics()).toEqual([{ ...topic, title: 'The OPM breaches' }]);
    expect(await seen.subscriptions()).toEqual([{ ...subscription('C1'), topics: [] }]);
    expect((await seen.deliveries('C1')).map(({ id, state }) => [id, state])).toEqual([
      ['C1 earlier', 'posted'],
      ['C1 later', 'posted'],
    ]);
    expect(await seen.deliveries('C2')).toEqual([]);
    expect(await seen.lastAsked('U1', 'opm')).toBe(7);
    expect(await seen.lastAsked('U2', 'opm')).toBeUndefined();
    await seen.close();
  });

  test('of what a user asked for the latest 200 topics are remembered', async () => {
    const kept = await place();
    const corpus = await kept.open();
    await corpus.asked('U2', 'opm', 1);
    for (let n = 1; n <= 201; n += 1) await corpus.asked('U1', `topic ${n}`, n);
    await corpus.asked('U1', 'topic 2', 500);
    await corpus.asked('U1', 'one more', 501);
    await corpus.close();
    const seen = await kept.look();
    expect(await seen.lastAsked('U1', 'topic 1')).toBeUndefined();
    expect(await seen.lastAsked('U1', 'topic 2')).toBe(500);
    expect(await seen.lastAsked('U1', 'topic 3')).toBeUndefined();
    expect(await seen.lastAsked('U1', 'topic 4')).toBe(4);
    expect(await seen.lastAsked('U2', 'opm')).toBe(1);
    await seen.close();
  });

  test('a feed is changed in one step, and there until it is changed to none', async () => {
    const kept = await place();
    const corpus = await kept.open();
    await corpus.changeFeed('https://a.example/', () => feed('https://a.example/'));
    expect(await corpus.changeFeed('https://b.example/', () => undefined)).toBeUndefined();
    await Promise.all(
      Array.from({ length: 20 }, () =>
        corpus.changeFeed('https://a.example/', (one) => one && { ...one, by: `${one.by}+` }),
      ),
    );
    await corpus.changeFeed('https://c.example/', () => feed('https://c.example/'));
    await corpus.close();
    const again = await kept.open();
    expect((await again.feeds()).map(({ url, by }) => [url, by])).toEqual([
      ['https://a.example/', `U1${'+'.repeat(20)}`],
      ['https://c.example/', 'U1'],
    ]);
    await again.changeFeed('https://a.example/', () => undefined);
    expect(await again.feeds()).toHaveLength(1);
    await again.close();
  });

  test('a feed is followed whatever the length of its address', async () => {
    const corpus = await (await place()).open();
    const long = `https://a.example/?key=${randomBytes(4_000).toString('base64url')}`;
    const other = `${long}2`;
    for (const url of [long, other]) await corpus.changeFeed(url, () => feed(url));
    await corpus.changeFeed(long, (one) => one && { ...one, by: 'U2' });
    expect(await corpus.exclusively(long, async () => 'done')).toBe('done');
    expect(await corpus.feed(long)).toMatchObject({ url: long, by: 'U2' });
    await corpus.changeFeed(long, () => undefined);
    expect(await corpus.feeds()).toMatchObject([{ url: other, by: 'U1' }]);
    await corpus.close();
  });

  test('the feeds that are due are those whose time has come', async () => {
    const corpus = await (await place()).open();
    const times = { a: '2026-03-02T09:00:00.000Z', b: '2026-03-02T09:00:01.000Z', c: null };
    for (const [name, dueAt] of Object.entries(times)) {
      const one = feed(`https://${name}.example/`);
      await corpus.changeFeed(one.url, () => ({ ...one, health: { ...one.health, dueAt } }));
    }
    expect(await corpus.feedsDue('2026-03-02T09:00:00.000Z')).toEqual(['https://a.example/']);
    expect(await corpus.feedsDue('2026-03-02T08:59:59.999Z')).toEqual([]);
    expect(await corpus.feed('https://c.example/')).toMatchObject({ url: 'https://c.example/' });
    expect(await corpus.feed('https://d.example/')).toBeUndefined();
    await corpus.close();
  });

  test('texts that hold a zero or half a pair are chosen by what stands beside them', async () => {
    const odd = 'a\0b\ud83d';
    const corpus = await (await place()).open(() => NOW);
    const dueAt = '2026-03-02T09:00:00.000Z';
    const one = feed('https://a.example/');
    await corpus.changeFeed(one.url, () => ({
      ...one,
      title: odd,
      health: { ...one.health, dueAt },
    }));
    await corpus.changeFeed(one.url, (known) => known && { ...known, site: odd });
    expect(await corpus.feedsDue(dueAt)).toEqual([one.url]);
    expect(await corpus.feedsDue('2026-03-02T08:00:00.000Z')).toEqual([]);
    const [{ id } = { id: '' }] = await corpus.add([article({ id: odd, text: odd })]);
    expect(await corpus.cameBefore('2026-03-05', 10)).toEqual([id]);
    expect(await corpus.cameBefore('2026-03-04', 10)).toEqual([]);
    const refused = { ...delivery('C1/1', SLOT, 'refused'), reason: odd };
    for (const state of ['refused', 'claimed', 'posted'] as const) {
      await corpus.record({ ...refused, state });
    }
    expect(await corpus.deliveries('C1')).toMatchObject([{ state: 'posted', reason: odd }]);
    await corpus.close();
  });

  test('what is known of an article beside its text changes without a revision, and goes with it', async () => {
    const kept = await place();
    const corpus = await kept.open();
    await corpus.add([article({ id: 'a' }), article({ id: 'b' })]);
    const copy = { id: 'copy', url: null, outlet: 'Elsewhere' };
    await corpus.amend(
      new Map([
        ['a', { story: 'b', copies: [copy] }],
        ['none', { story: 'b' }],
      ]),
    );
    expect(await corpus.size()).toEqual({ articles: 2, lastArrival: 2 });
    expect(await corpus.article('copy')).toMatchObject({ id: 'a', story: 'b', copies: [copy] });
    expect(await corpus.article('b')).not.toHaveProperty('story');
    await corpus.add([article({ id: 'a', text: 'Changed.' })]);
    await corpus.close();
    const again = await kept.open();
    expect(await again.article('copy')).toMatchObject({ revision: 2, story: 'b', copies: [copy] });
    await again.amend(new Map([['a', { copies: [] }]]));
    expect(await again.article('copy')).toBeUndefined();
    await again.amend(new Map([['b', { copies: [copy] }]]));
    await again.remove('b');
    expect(await again.article('copy')).toBeUndefined();
    await again.close();
  });

  test('what was seeded and loaded is remembered', async () => {
    const kept = await place();
    const corpus = await kept.open();
    expect([await corpus.seeded(), await corpus.starterLoaded()]).toEqual([[], false]);
    const topic = { name: 'opm', title: 'OPM', aliases: ['OPM'], questions: [] };
    await corpus.keepSeeded([topic]);
    await corpus.markStarterLoaded();
    await corpus.close();
    const seen = await kept.look();
    expect([await seen.seeded(), await seen.starterLoaded()]).toEqual([[topic], true]);
    await seen.close();
  });

  test('changes asked for at the same time are all kept', async () => {
    const kept = await place();
    const corpus = await kept.open();
    const day = '2015-06-22';
    await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        corpus.add([article({ id: `a${n}`, publishedAt: day })]),
      ),
    );
    await corpus.close();
    const seen = await kept.look();
    const arrivals = (await seen.search({})).map((found) => found.article.arrival);
    expect(new Set(arrivals).size).toBe(50);
    await seen.close();
  });
});
