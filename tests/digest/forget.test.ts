import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openCorpus } from '../../src/corpus/open.ts';
import { deliverDue } from '../../src/digest/deliver.ts';
import { due } from '../../src/digest/due.ts';
import { forgetDeliveries } from '../../src/digest/forget.ts';
import { unreported } from '../../src/digest/ledger.ts';
import { deliverNow } from '../../src/digest/now.ts';
import type { Delivery } from '../../src/news/delivery.ts';
import type { Subscription } from '../../src/news/subscription.ts';
import { given } from '../corpus/given.ts';
import { STORES } from '../corpus/stores.ts';
import { temporaryFolder } from '../corpus/temporary-folder.ts';
import { note } from './articles.ts';
import { modelCorpus } from './model-corpus.ts';
import { portsWith, posted } from './ports-with.ts';
import { MORNING } from './world.ts';

const DAY_MS = 86_400_000;
const FIRST = Date.UTC(2026, 0, 1);
const morning = (day: number) => new Date(FIRST + day * DAY_MS + 9 * 3_600_000).toISOString();
const SUBSCRIPTION: Subscription = {
  ...{ channel: 'C1', topics: [], schedule: MORNING, by: 'U1' },
  ...{ since: new Date(FIRST).toISOString(), startsAfter: 0 },
};
const ports = (day: number, post = async () => posted) => portsWith(morning(day), post);

/** The digest of a day, of the arrivals after `after` and up to `upTo`. */
function digest(
  day: number,
  [after, upTo]: readonly [number, number],
  state: Delivery['state'] = 'posted',
  more: Partial<Delivery> = {},
): Delivery {
  const slot = morning(day);
  const { channel } = SUBSCRIPTION;
  return {
    ...{ id: `${channel}/${slot}`, channel, slot, state, at: slot, ts: null, reason: null },
    digest: { channel, after, upTo, stories: [], sources: [] },
    ...more,
  };
}

const ids = (deliveries: readonly Delivery[]) => deliveries.map(({ id }) => id);

describe.each(STORES)('$store', ({ place }) => {
  test('of forty mornings those of the last days are left, and the next digest holds what is new alone', async () => {
    const kept = await place();
    let corpus = await kept.open();
    await corpus.subscribe(SUBSCRIPTION);
    const told: string[] = [];
    const serve = async (day: number) => {
      await corpus.add([note(`a${day}`, `The ferry came in late for the ${day}th time.`)]);
      await deliverDue(corpus, {
        ...ports(day),
        post: async ({ digest: { sources } }) => {
          told.push(...sources.map(({ articleId }) => articleId));
          return posted;
        },
      });
    };
    for (let day = 0; day < 40; day += 1) await serve(day);
    expect(await forgetDeliveries(corpus, morning(29), ports(39))).toBe(30);
    expect(await forgetDeliveries(corpus, morning(29), ports(39))).toBe(0);
    expect((await corpus.subscription('C1'))?.startsAfter).toBe(30);
    await corpus.close();
    corpus = await kept.open();
    expect((await corpus.deliveries('C1')).map(({ slot }) => slot.slice(0, 10))).toEqual(
      Array.from({ length: 10 }, (_, day) => morning(30 + day).slice(0, 10)),
    );
    await serve(40);
    expect(told).toEqual(Array.from({ length: 41 }, (_, day) => `a${day}`));
    await corpus.close();
  });

  test('of a channel whose subscription has ended its last digest is left, and others keep theirs', async () => {
    const corpus = await (await place()).open();
    for (const day of [0, 1, 2]) await corpus.record(digest(day, [day, day + 1]));
    const elsewhere = { ...digest(0, [0, 1]), id: 'C2/x', channel: 'C2' };
    await corpus.record(elsewhere);
    expect(await forgetDeliveries(corpus, morning(50), ports(60))).toBe(2);
    expect(ids(await corpus.deliveries('C1'))).toEqual([digest(2, [2, 3]).id]);
    expect(ids(await corpus.deliveries('C2'))).toEqual(['C2/x']);
    await corpus.close();
  });
});

test('what is open, or has a message to come in its thread, stays, and what is refused does not', async () => {
  const corpus = modelCorpus();
  await corpus.subscribe(SUBSCRIPTION);
  const [unfinished] = withThread(3, [3, 4], {});
  const all = [
    digest(0, [0, 1]),
    digest(1, [1, 9], 'refused', { reason: 'rate_limited' }),
    digest(2, [1, 3]),
    unfinished,
    digest(4, [4, 5]),
    digest(5, [5, 6], 'unknown'),
    digest(6, [6, 7]),
    digest(7, [7, 8]),
  ];
  for (const each of all) await corpus.record(each);
  await forgetDeliveries(corpus, morning(60), ports(60));
  expect(ids(await corpus.deliveries('C1'))).toEqual(ids(all.slice(3)));
  expect((await corpus.subscription('C1'))?.startsAfter).toBe(3);
});

test('a slot before long quiet days is not due again', async () => {
  const posts = async (isForgetting: boolean) => {
    const corpus = modelCorpus();
    const quiet = [{ from: '2026-01-05', to: '2026-03-31' }];
    await corpus.subscribe({ ...SUBSCRIPTION, schedule: { ...MORNING, quiet } });
    const slots: string[] = [];
    for (let day = 0; day < 100; day += 1) {
      await corpus.add([note(`a${day}`, `The ferry came in late for the ${day}th time.`)]);
      const post = async ({ slot }: Delivery) => {
        slots.push(slot);
        return posted;
      };
      await deliverDue(corpus, { ...ports(day), post });
      if (day === 8) await deliverNow(corpus, 'C1', { ...ports(day), post });
      if (isForgetting && day > 30) await forgetDeliveries(corpus, morning(day - 30), ports(day));
    }
    return slots;
  };
  expect(await posts(true)).toEqual(await posts(false));
});

test('what an ended subscription left open keeps nothing else', async () => {
  const corpus = modelCorpus();
  await corpus.subscribe({ ...SUBSCRIPTION, startsAfter: 5 });
  const open = digest(0, [0, 2], 'unknown');
  const later = [1, 2, 3, 4].map((day) => digest(day, [4 + day, 5 + day]));
  for (const each of [open, ...later]) await corpus.record(each);
  expect(await forgetDeliveries(corpus, morning(50), ports(60))).toBe(3);
  expect(ids(await corpus.deliveries('C1'))).toEqual(ids([open, ...later.slice(-1)]));
});

/** A digest with a thread of one message, and that message. */
function withThread(
  day: number,
  [after, upTo]: readonly [number, number],
  part: Partial<Delivery>,
) {
  const source = { n: 1, articleId: 'a', title: 'A', outlet: null, publishedAt: null, url: null };
  const held = {
    stories: [],
    sources: [source],
    further: [{ story: 'a', topics: [], sources: [1] }],
  };
  const above = digest(day, [after, upTo]);
  return [
    { ...above, digest: { channel: 'C1', after, upTo, ...held, thread: 1 } },
    {
      ...{ ...above, id: `${above.id}/1`, part: 1, ...part },
      digest: { channel: 'C1', after: upTo, upTo, ...held },
    },
  ] as const;
}

test.each([3, 30])(
  'a message that is to be tried again stays with its digest, %i hours after the last time',
  async (hours) => {
    const corpus = modelCorpus();
    await corpus.subscribe(SUBSCRIPTION);
    const at = new Date(Date.parse(morning(40)) - hours * 3_600_000).toISOString();
    const refused = { state: 'refused', reason: 'not_in_channel', at } as const;
    const both = withThread(0, [0, 1], refused);
    const last = digest(39, [1, 2]);
    for (const each of [...both, last]) await corpus.record(each);
    expect(await forgetDeliveries(corpus, morning(10), ports(40))).toBe(0);
    // One that Slack found faulty so long ago is not tried again.
    await corpus.record({ ...both[1], reason: 'invalid_blocks' });
    expect(await forgetDeliveries(corpus, morning(10), ports(40))).toBe(2);
  },
);

test('where forgetting breaks off half way, no message of a thread is posted again', async () => {
  const folder = temporaryFolder();
  let corpus = given(await openCorpus(folder));
  await corpus.subscribe(SUBSCRIPTION);
  const [above, part] = withThread(1, [0, 1], {});
  await corpus.add([note('a', 'The ferry came in late.')]);
  await corpus.close();
  const fileOf = (name: string) => join(folder, 'deliveries', name);
  writeFileSync(fileOf('2026-01-02.json'), JSON.stringify([part]));
  writeFileSync(fileOf('2026-01-02-2.json'), JSON.stringify([above]));
  writeFileSync(fileOf('2026-03-02.json'), JSON.stringify([digest(60, [1, 1], 'empty')]));
  corpus = given(await openCorpus(folder));
  // The digest's own file cannot be removed.
  rmSync(fileOf('2026-01-02-2.json'));
  mkdirSync(fileOf('2026-01-02-2.json'));
  await expect(forgetDeliveries(corpus, morning(30), ports(60))).rejects.toThrow('remove');
  rmSync(fileOf('2026-01-02-2.json'), { recursive: true });
  writeFileSync(fileOf('2026-01-02-2.json'), JSON.stringify([above]));
  await corpus.close();
  corpus = given(await openCorpus(folder));
  const posts: string[] = [];
  await deliverDue(corpus, {
    ...ports(60),
    post: async ({ id }) => {
      posts.push(id);
      return posted;
    },
  });
  expect(posts).toEqual([]);
  expect(await forgetDeliveries(corpus, morning(30), ports(60))).toBe(2);
  await corpus.close();
});

test('nothing more is forgotten once it is to stop', async () => {
  const corpus = modelCorpus();
  for (const day of [0, 1, 2]) await corpus.record(digest(day, [day, day + 1]));
  expect(await forgetDeliveries(corpus, morning(50), ports(60), () => true)).toBe(0);
  expect(await corpus.deliveries('C1')).toHaveLength(3);
});

const state = fc.constantFrom<Delivery['state'][]>('posted', 'empty', 'refused', 'unknown');
const range = fc.tuple(fc.nat(8), fc.nat(4)).map(([after, more]) => [after, after + more] as const);

test('whatever is in a ledger, forgetting changes nothing of what is yet to be told, and when', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(range, state), { maxLength: 8 }),
      fc.nat(3),
      fc.nat(8),
      async (all, startsAfter, before) => {
        const corpus = modelCorpus();
        const subscription = { ...SUBSCRIPTION, startsAfter };
        await corpus.subscribe(subscription);
        for (const [day, [held, state]] of all.entries()) {
          await corpus.record(digest(day, held, state));
        }
        const toTell = async () => {
          const now = (await corpus.subscription('C1')) ?? subscription;
          const { after, upTo, except } = unreported(now, await corpus.deliveries('C1'), 12);
          const arrivals = Array.from({ length: 12 }, (_, at) => at + 1);
          const toCome = arrivals.filter(
            (at) =>
              at > after &&
              at <= upTo &&
              !except.some((used) => at > used.after && at <= used.upTo),
          );
          return [toCome, due(now, await corpus.deliveries('C1'), morning(60))];
        };
        const expected = await toTell();
        await forgetDeliveries(corpus, morning(before), ports(60));
        expect(await toTell()).toEqual(expected);
      },
    ),
    { numRuns: 500 },
  );
});

test('of a folder, days whose deliveries are all forgotten leave no file behind', async () => {
  const folder = temporaryFolder();
  const corpus = given(await openCorpus(folder));
  for (const day of [0, 1, 2]) await corpus.record(digest(day, [day, day + 1]));
  await forgetDeliveries(corpus, morning(1), ports(60));
  expect(readdirSync(join(folder, 'deliveries'))).toEqual(['2026-01-02.json', '2026-01-03.json']);
  await corpus.close();
});
