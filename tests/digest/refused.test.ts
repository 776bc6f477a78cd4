import { describe, expect, test } from 'vitest';
import { digestStatus } from '../../src/digest/subscribe.ts';
import { modelCorpus } from './model-corpus.ts';
import { CHANNEL, DAY, MORNING, notOnce, refused, states, TO_SLOT, World } from './world.ts';

describe('a channel that cannot be posted to', () => {
  test.each(['not_in_channel', 'is_archived', 'channel_not_found', 'restricted_action'])(
    'is paused for %s, its subscriber told once, and resumed with nothing lost',
    async (reason) => {
      const world = await World.begin(modelCorpus(), true);
      await world.publish(1);
      world.pass(TO_SLOT);
      world.faults.push(refused(reason));
      for (let day = 0; day < 3; day++) {
        await world.tick();
        await world.publish(1);
        world.pass(DAY);
      }
      expect(world.problems).toHaveLength(1);
      expect(world.messages).toHaveLength(0);
      const status = await digestStatus(world.corpus, CHANNEL, world.now());
      expect(status).toMatchObject({ next: null, pausedBy: { reason } });
      await world.resume();
      await world.tick();
      expect(notOnce(world)).toEqual([]);
      expect(await digestStatus(world.corpus, CHANNEL, world.now())).toMatchObject({
        pausedBy: null,
      });
    },
  );

  test('is resumed by subscribing again, and by "now" that gets through', async () => {
    for (const mend of [(w: World) => w.subscribe(MORNING), (w: World) => w.digestNow()]) {
      const world = await World.begin(modelCorpus(), true);
      await world.publish(1);
      world.faults.push(refused('is_archived'));
      await world.digestNow();
      await mend(world);
      await world.tick();
      expect(notOnce(world)).toEqual([]);
      expect(await digestStatus(world.corpus, CHANNEL, world.now())).toMatchObject({
        pausedBy: null,
      });
    }
  });

  test('whose subscriber cannot be reached is left alone for a while, not tried every minute for ever', async () => {
    const world = await World.begin(modelCorpus(), true);
    await world.publish(1);
    const refusals = Array.from({ length: 100 }, () => refused('is_archived'));
    world.faults.push(...refusals);
    await world.digestNow();
    for (let minute = 0; minute < 600; minute++) await world.tickAfter(60);
    expect(100 - world.faults.length).toBeLessThan(45);
    world.faults.length = 0;
    for (let minute = 0; minute < 60; minute++) await world.tickAfter(60);
    expect(world.problems).toHaveLength(1);
  });

  test('is told of again where the message to the subscriber was lost', async () => {
    const world = await World.begin(modelCorpus(), true);
    await world.publish(1);
    world.faults.push(refused('is_archived'), { kind: 'lose' });
    await world.digestNow();
    expect(world.problems).toHaveLength(0);
    await world.tickAfter(20 * 60);
    await world.tick();
    expect(world.problems).toHaveLength(1);
  });
});

describe('an answer that concerns the whole app', () => {
  test.each(['token_revoked', 'missing_scope', 'invalid_auth', 'account_inactive'])(
    '%s stops the round, and the next start posts at once',
    async (reason) => {
      const world = await World.begin(modelCorpus(), true);
      await world.publish(1);
      world.pass(TO_SLOT);
      world.faults.push(refused(reason));
      await world.tick();
      expect(world.stopped).toEqual([reason]);
      await world.tick();
      expect(notOnce(world)).toEqual([]);
    },
  );
});

describe('an answer that Slack did not say how to mend', () => {
  test.each(['internal_error', 'fatal_error', 'never_heard_of_it'])(
    '%s is told and not tried again before the next slot, which holds the same news',
    async (reason) => {
      const world = await World.begin(modelCorpus(), true);
      await world.publish(1);
      world.pass(TO_SLOT);
      world.faults.push(refused(reason));
      for (let minute = 0; minute < 90; minute++) await world.tickAfter(60);
      expect(await states(world)).toEqual(['refused']);
      expect(world.problems).toHaveLength(1);
      await world.tickAfter(DAY);
      expect(notOnce(world)).toEqual([]);
    },
  );
});
