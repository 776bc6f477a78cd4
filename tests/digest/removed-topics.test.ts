import { expect, test } from 'vitest';
import { deliverNow } from '../../src/digest/now.ts';
import { digestStatus } from '../../src/digest/subscribe.ts';
import { takeTurns } from '../../src/digest/turns.ts';
import { modelCorpus } from './model-corpus.ts';
import { CHANNEL, DAY, notOnce, states, TO_SLOT, World } from './world.ts';

const SLUICE = { name: 'sluice', title: 'The sluice', aliases: ['sluice gate'], questions: [] };

/** A world whose channel gets these topics, of which "sluice" is that of every article. */
async function worldOf(topics: readonly string[]): Promise<World> {
  const world = await World.begin(modelCorpus(), true);
  await world.corpus.setTopic(SLUICE);
  const [subscription] = await world.corpus.subscriptions();
  if (subscription) await world.corpus.subscribe({ ...subscription, topics });
  return world;
}

test('a digest whose every topic was removed is paused and told of once, and never of every article', async () => {
  const world = await worldOf(['sluice']);
  await world.corpus.removeTopic('sluice');
  world.pass(TO_SLOT);
  for (let day = 0; day < 3; day++) {
    await world.publish(1);
    await world.tick();
    world.pass(DAY);
  }
  expect(world.messages).toEqual([]);
  expect(world.problems).toHaveLength(1);
  expect(await states(world)).toEqual(['refused']);
  expect(await digestStatus(world.corpus, CHANNEL, world.now())).toMatchObject({
    ...{ gone: ['sluice'], next: null, pausedBy: { reason: 'topics_removed' } },
  });

  await world.resume();
  await world.tick();
  expect(world.problems).toHaveLength(2);
  await world.corpus.setTopic(SLUICE);
  await world.resume();
  await world.tick();
  expect(notOnce(world)).toEqual([]);
});

test('a digest of which one topic is left goes on with that', async () => {
  const world = await worldOf(['lake', 'sluice']);
  await world.publish(2);
  world.pass(TO_SLOT);
  await world.tick();
  expect(notOnce(world)).toEqual([]);
  expect(world.problems).toEqual([]);
  const status = await digestStatus(world.corpus, CHANNEL, world.now());
  expect(status).toMatchObject({ gone: ['lake'], pausedBy: null });
});

test('"now" says so too', async () => {
  const world = await worldOf(['lake']);
  await world.publish(1);
  const ports = {
    ...{ clock: world.now, inTurn: takeTurns() },
    post: () => Promise.reject(new Error('Nothing is to be posted.')),
    lookUp: async () => ({ outcome: 'absent' as const }),
    ask: async () => ({ outcome: 'posted' as const, ts: '1.0' }),
    tell: async () => ({ outcome: 'posted' as const, ts: '1.0' }),
  };
  expect(await deliverNow(world.corpus, CHANNEL, ports)).toMatchObject({
    refused: expect.stringContaining('every topic'),
  });
});
