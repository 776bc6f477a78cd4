import { describe, expect, test } from 'vitest';
import { ledgerRows } from '../../src/digest/log.ts';
import { previewDigest } from '../../src/digest/upcoming.ts';
import { note } from './articles.ts';
import { modelCorpus } from './model-corpus.ts';
import { CHANNEL, DAY, notOnce, refused, states, TO_SLOT, World } from './world.ts';

describe('a scheduled digest', () => {
  test('holds what came in since the subscription began, and comes once', async () => {
    const world = await World.begin(modelCorpus(), true);
    await world.publish(3);
    await world.tick();
    expect(world.messages).toHaveLength(0);
    world.pass(TO_SLOT);
    for (let minute = 0; minute < 5; minute++) await world.tick();
    expect(world.messages.map(({ articles }) => [...articles].sort())).toEqual([
      ['a1', 'a2', 'a3'],
    ]);
  });

  test('of a slot with nothing new is recorded and not posted', async () => {
    const world = await World.begin(modelCorpus(), true);
    world.pass(TO_SLOT);
    await world.tick();
    expect(world.messages).toHaveLength(0);
    expect(await states(world)).toEqual(['empty']);
  });

  test('is posted though no passage in it is short enough for a line', async () => {
    const world = await World.begin(modelCorpus(), true);
    for (const words of [40, 80]) {
      const endless = `Nothing ${'and nothing '.repeat(words)}was said.`;
      await world.corpus.add([note(`long-${words}`, endless)]);
      expect(await previewDigest(world.corpus, CHANNEL, [])).toMatchObject({ of: 'next' });
      if (words === 40) await world.tickAfter(TO_SLOT);
      else await world.digestNow();
    }
    expect(await states(world)).toEqual(['posted', 'posted']);
    expect(world.messages.map(({ articles }) => articles)).toEqual([['long-40'], ['long-80']]);
  });

  test('after downtime covers every slot missed with one message', async () => {
    const world = await World.begin(modelCorpus(), true);
    for (let day = 0; day < 5; day++) {
      await world.publish(1);
      world.pass(DAY);
    }
    await world.tick();
    await world.tick();
    expect(world.messages.map(({ articles }) => articles.length)).toEqual([5]);
    const [subscription] = await world.corpus.subscriptions();
    if (subscription === undefined) throw new Error('no subscription');
    const rows = ledgerRows(subscription, await world.deliveries(), world.now());
    expect(rows.map(({ slot, fate, late }) => [slot.slice(5, 10), fate, late])).toEqual([
      ['03-02', 'missed', false],
      ['03-03', 'missed', false],
      ['03-04', 'missed', false],
      ['03-05', 'missed', false],
      ['03-06', 'confirmed', true],
      ['03-07', 'planned', false],
    ]);
  });

  test('carries only what is newer than what "now" has posted', async () => {
    const world = await World.begin(modelCorpus(), true);
    await world.publish(2);
    await world.digestNow();
    await world.publish(1);
    world.pass(TO_SLOT);
    await world.tick();
    expect(world.messages.map(({ articles }) => articles.length)).toEqual([2, 1]);
  });

  test('is not doubled by "now" asked for twice at the same moment', async () => {
    const world = await World.begin(modelCorpus(), true);
    await world.publish(2);
    world.pass(TO_SLOT);
    await world.race();
    expect(world.messages).toHaveLength(1);
    expect(notOnce(world)).toEqual([]);
  });

  test('is still posted where its schedule is changed in its very minute', async () => {
    const world = await World.begin(modelCorpus(), true);
    await world.publish(2);
    world.pass(TO_SLOT);
    await world.subscribe({ days: [1], times: ['23:00'], timeZone: 'Asia/Tokyo' });
    await world.tick();
    await world.tick();
    expect(world.messages.map(({ articles }) => articles.length)).toEqual([2]);
    expect((await world.deliveries()).map(({ slot }) => slot)).toEqual([
      '2026-03-02T08:30:00.000Z',
    ]);
  });

  test('of which Slack says "too many" is posted when Slack says, not a slot later', async () => {
    const world = await World.begin(modelCorpus(), true);
    await world.publish(1);
    world.pass(TO_SLOT);
    world.faults.push(refused('ratelimited', 30));
    await world.tick();
    expect(world.messages).toHaveLength(0);
    world.pass(20);
    await world.tick();
    expect(world.messages).toHaveLength(0);
    world.pass(20);
    await world.tick();
    expect(world.messages).toHaveLength(1);
    expect(world.problems).toEqual([]);
  });

  test('that Slack cannot take for hours is tried less and less often, and told once', async () => {
    const world = await World.begin(modelCorpus(), true);
    await world.publish(1);
    world.pass(TO_SLOT);
    const refusals = Array.from({ length: 100 }, () => refused('service_unavailable'));
    world.faults.push(...refusals);
    for (let minute = 0; minute < 600; minute++) {
      await world.tick();
      world.pass(60);
    }
    const tries = 100 - world.faults.length;
    expect(tries).toBeGreaterThan(10);
    expect(tries).toBeLessThan(30);
    world.faults.length = 0;
    world.pass(3_600);
    await world.tick();
    expect(notOnce(world)).toEqual([]);
  });
});
