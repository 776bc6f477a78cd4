import { describe, expect, test } from 'vitest';
import { settle, settleByLooking } from '../../src/digest/settle.ts';
import type { Delivery } from '../../src/news/delivery.ts';
import { subscription } from '../corpus/new-subscription.ts';
import { modelCorpus } from './model-corpus.ts';
import { portsWith, posted } from './ports-with.ts';
import { CHANNEL, DAY, MORNING, notOnce, refused, states, TO_SLOT, World } from './world.ts';

describe('a post whose answer does not come', () => {
  test('is found in the channel and counts as posted', async () => {
    const world = await World.begin(modelCorpus(), true);
    await world.publish(1);
    world.faults.push({ kind: 'late', seconds: 0 });
    await world.digestNow();
    expect(await states(world)).toEqual(['unknown']);
    await world.tick();
    expect(await states(world)).toEqual(['posted']);
    expect(world.messages).toHaveLength(1);
  });

  test('is not repeated while Slack may still take it', async () => {
    const world = await World.begin(modelCorpus(), true);
    await world.publish(1);
    world.faults.push({ kind: 'late', seconds: 100 });
    await world.digestNow();
    for (let minute = 0; minute < 4; minute++) {
      await world.tick();
      world.pass(30);
    }
    expect(await states(world)).toEqual(['posted']);
    expect(world.messages).toHaveLength(1);
  });

  test('is posted again once the channel has been without it for the grace', async () => {
    const world = await World.begin(modelCorpus(), true);
    await world.publish(1);
    world.faults.push({ kind: 'lose' });
    await world.digestNow();
    world.pass(130);
    await world.tick();
    expect(await states(world)).toEqual(['posted']);
    expect(notOnce(world)).toEqual([]);
  });

  test('holds up no later digest, and its news is neither repeated nor forgotten', async () => {
    const world = await World.begin(modelCorpus(), false);
    await world.publish(2);
    world.faults.push({ kind: 'lose' });
    await world.digestNow();
    await world.publish(1);
    world.pass(TO_SLOT);
    await world.tick();
    expect(world.messages.map(({ articles }) => articles)).toEqual([['a3']]);
    await world.answer(0);
    expect(notOnce(world)).toEqual([]);
  });

  test('is asked about once where the bot may not look', async () => {
    const world = await World.begin(modelCorpus(), false);
    await world.publish(1);
    world.faults.push({ kind: 'late', seconds: 0 });
    await world.digestNow();
    await world.tick();
    expect(world.questions).toHaveLength(0);
    world.pass(130);
    for (let round = 0; round < 5; round++) await world.tick();
    expect(world.questions).toHaveLength(1);
    await world.answer(0);
    expect(await states(world)).toEqual(['posted']);
    expect(world.messages).toHaveLength(1);
  });

  test('is asked about again where the question itself was lost', async () => {
    const world = await World.begin(modelCorpus(), false);
    await world.publish(1);
    world.faults.push({ kind: 'lose' }, { kind: 'lose' });
    await world.digestNow();
    world.pass(130);
    await world.tick();
    expect(world.questions).toHaveLength(0);
    await world.tickAfter(20 * 60);
    expect(world.questions).toHaveLength(1);
  });

  test('is not settled by an answer to the question about an earlier attempt', async () => {
    const world = await World.begin(modelCorpus(), false);
    await world.publish(1);
    world.faults.push({ kind: 'lose' });
    await world.digestNow();
    world.pass(130);
    await world.tick();
    world.faults.push({ kind: 'late', seconds: 60 });
    await world.answer(0);
    await world.answer(0);
    world.pass(300);
    expect(notOnce(world)).toEqual([]);
  });

  test('is looked for again where the bot stopped before the subscriber’s "post it" was carried out', async () => {
    const corpus = modelCorpus();
    await corpus.subscribe(subscription('C1'));
    const slot = '2026-03-10T12:30:00.000Z';
    const asked: Delivery = {
      ...{ id: `C1/${slot}`, channel: 'C1', slot, state: 'unknown', ts: null, reason: 'timeout' },
      digest: { channel: 'C1', after: 0, upTo: 1, stories: [], sources: [] },
      ...{ at: slot, toldAt: '2026-03-10T12:33:00.000Z' },
    };
    await corpus.record(asked);
    await new Promise<void>((waits) => {
      const stopped = portsWith('2026-03-10T12:40:00.000Z', () => {
        waits();
        return new Promise(() => {});
      });
      void settle(corpus, asked.id, 'post', stopped);
    });
    const ports = portsWith('2026-03-10T12:41:00.000Z', async () => posted);
    const [left = asked] = await corpus.deliveries('C1');
    const settled = await settleByLooking(corpus, subscription('C1'), left, ports);
    expect(settled.state).toBe('posted');
  });

  test('is settled in minutes though the clock was set back by a year', async () => {
    const world = await World.begin(modelCorpus(), true);
    await world.publish(1);
    world.faults.push({ kind: 'lose' });
    await world.digestNow();
    world.setBack(365 * DAY);
    for (let minute = 0; minute < 4; minute++) {
      await world.tick();
      world.pass(60);
    }
    expect(await states(world)).toEqual(['posted']);
    expect(notOnce(world)).toEqual([]);
  });

  test('then refused leaves its news to the next digest, without that of a digest posted meanwhile', async () => {
    const world = await World.begin(modelCorpus(), false);
    await world.publish(1);
    world.faults.push({ kind: 'lose' });
    await world.digestNow();
    world.pass(130);
    await world.tick();
    await world.publish(1);
    await world.digestNow();
    world.faults.push(refused('invalid_blocks'));
    await world.answer(0);
    await world.publish(1);
    await world.digestNow();
    expect(world.messages.map(({ articles }) => [...articles].sort())).toEqual([
      ['a2'],
      ['a1', 'a3'],
    ]);
  });

  test('twice in a row and then refused twice loses neither', async () => {
    const world = await World.begin(modelCorpus(), false);
    for (const wait of [130, 130]) {
      await world.publish(1);
      world.faults.push({ kind: 'lose' });
      await world.digestNow();
      world.pass(wait);
      await world.tick();
    }
    world.faults.push(refused('invalid_blocks'));
    await world.answer(1);
    await world.publish(1);
    await world.digestNow();
    world.faults.push(refused('invalid_blocks'));
    await world.answer(0);
    await world.digestNow();
    expect(notOnce(world)).toEqual([]);
  });
});

describe('a digest not posted yet of which an article was removed', () => {
  test('is composed afresh at once where the channel has been without it for the grace', async () => {
    const world = await World.begin(modelCorpus(), true);
    await world.publish(2);
    world.faults.push({ kind: 'lose' });
    await world.digestNow();
    await world.corpus.remove('a1');
    await world.tickAfter(130);
    expect(world.messages.map(({ articles }) => articles)).toEqual([['a2']]);
    expect(await states(world)).toEqual(['posted']);
    expect(world.problems).toEqual([]);
  });

  test('is composed afresh where its subscriber asks for it', async () => {
    const world = await World.begin(modelCorpus(), false);
    await world.publish(2);
    world.faults.push({ kind: 'lose' });
    await world.digestNow();
    await world.tickAfter(130);
    await world.corpus.remove('a1');
    await world.answer(0);
    expect(world.messages).toEqual([]);
    expect(await world.deliveries()).toMatchObject([
      { state: 'refused', reason: 'article_removed' },
    ]);
    await world.tick();
    expect(world.messages.map(({ articles }) => articles)).toEqual([['a2']]);
    expect(world.problems).toEqual([]);
  });

  test('leaves what remains to the next digest where another was posted since', async () => {
    const world = await World.begin(modelCorpus(), true);
    await world.publish(2);
    world.faults.push({ kind: 'lose' });
    await world.digestNow();
    await world.publish(1);
    await world.digestNow();
    await world.corpus.remove('a1');
    await world.tickAfter(130);
    await world.tickAfter(TO_SLOT);
    expect(world.messages.map(({ articles }) => articles)).toEqual([['a3'], ['a2']]);
  });
});

describe('a subscription ended while Slack has not answered', () => {
  test('and begun again later owes nothing of before', async () => {
    const world = await World.begin(modelCorpus(), true);
    await world.publish(1);
    world.faults.push({ kind: 'lose' });
    await world.digestNow();
    await world.corpus.unsubscribe(CHANNEL);
    world.pass(DAY);
    await world.subscribe(MORNING);
    await world.publish(1);
    world.pass(DAY);
    await world.tick();
    expect(world.messages.map(({ articles }) => articles)).toEqual([['a2']]);
  });
});
