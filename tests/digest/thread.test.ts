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
