import { describe, expect, test } from 'vitest';
import { modelCorpus } from './model-corpus.ts';
import { DAY, notOnce, refused, TO_SLOT, World } from './world.ts';

/** So many that a digest has a thread. */
const MANY = 14;

describe('what stands in the thread of a digest', () => {
  test('is finished however many digests were posted since', async () => {
    const world = await World.begin(modelCorpus(), true);
    world.pass(TO_SLOT);
    const outage = 40;
    for (let day = 0; day < outage; day++) {
      await world.publish(MANY);
      // The digest is taken; for what stands beneath it Slack says "too many" until it is over.
      world.answerParts(refused('ratelimited', 3_600));
      await world.tickAfter(DAY);
    }
    expect(notOnce(world).length).toBeGreaterThan(outage);
    world.answerParts(undefined);
    for (let round = 0; round < 3; round++) await world.tickAfter(3_700);
    expect(notOnce(world)).toEqual([]);
  });

  test('is settled beneath a digest of long ago, where Slack did not say what became of it', async () => {
    const world = await World.begin(modelCorpus(), true);
    await world.publish(MANY);
    world.pass(TO_SLOT);
    world.lookUpFaults.push(...Array.from({ length: 30 }, () => ({ outcome: 'not-now' }) as const));
    world.answerParts({ kind: 'lose' });
    await world.tick();
    world.answerParts(undefined);
    for (let day = 0; day < 20; day++) {
      await world.publish(1);
      await world.tickAfter(DAY);
    }
    world.lookUpFaults.length = 0;
    await world.tick();
    expect(notOnce(world)).toEqual([]);
  });

  test('is posted once somebody has mended the channel, however late', async () => {
    const world = await World.begin(modelCorpus(), true);
    await world.publish(MANY);
    world.pass(TO_SLOT);
    world.answerParts(refused('not_in_channel'));
    await world.tick();
    for (let day = 0; day < 40; day++) await world.tickAfter(DAY);
    expect(notOnce(world)).not.toEqual([]);
    world.answerParts(undefined);
    await world.tickAfter(DAY);
    expect(notOnce(world)).toEqual([]);
  });

  test.each(['invalid_blocks', 'restricted_action_thread_locked'])(
    'is tried for thirty days where %s, and then given up',
    async (reason) => {
      const world = await World.begin(modelCorpus(), true);
      await world.publish(MANY);
      world.pass(TO_SLOT);
      world.answerParts(refused(reason));
      await world.tick();
      const attempts: string[] = [];
      for (let hour = 0; hour < 40 * 24; hour++) {
        await world.tickAfter(3_600);
        const [part] = (await world.deliveries()).filter((one) => one.part !== undefined);
        if (part !== undefined && part.at !== attempts.at(-1)) attempts.push(part.at);
      }
      const days = new Set(attempts.map((at) => at.slice(0, 10)));
      expect(days.size).toBeGreaterThanOrEqual(29);
      expect(days.size).toBeLessThanOrEqual(31);
      world.answerParts(undefined);
      await world.tickAfter(DAY);
      expect(world.told().get('a1')).toBe(0);
    },
  );

  test('of which every article was removed is done with', async () => {
    const world = await World.begin(modelCorpus(), true);
    await world.publish(MANY);
    world.pass(TO_SLOT);
    world.answerParts(refused('ratelimited', 60));
    await world.tick();
    for (let made = 1; made <= MANY; made++) await world.corpus.remove(`a${made}`);
    world.answerParts(undefined);
    await world.tickAfter(120);
    const parts = (await world.deliveries()).filter(({ part }) => part !== undefined);
    expect(parts.map(({ state }) => state)).toEqual(['empty']);
  });
});
