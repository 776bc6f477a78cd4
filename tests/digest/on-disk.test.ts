import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openCorpus } from '../../src/corpus/open.ts';
import type { OwnedCorpus } from '../../src/corpus/owned-corpus.ts';
import { isRefusal } from '../../src/news/refusal.ts';
import { notOnce, TO_SLOT, World } from './world.ts';

let folder: string;
let corpus: OwnedCorpus;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'digest-'));
  corpus = await opened();
});

afterEach(async () => {
  await corpus.close();
  await rm(folder, { recursive: true });
});

async function opened(): Promise<OwnedCorpus> {
  const found = await openCorpus(folder);
  if (isRefusal(found)) throw new Error(found.refused);
  return found;
}

async function reopened(): Promise<OwnedCorpus> {
  await corpus.close();
  corpus = await opened();
  return corpus;
}

test.each([true, false])(
  'killed at every step of a delivery, the bot restarts from its files and tells each article once (may look: %s)',
  async (mayLook) => {
    for (let step = 0; step < 8; step++) {
      for (const lost of [false, true]) {
        const world = await World.begin(corpus, mayLook, reopened);
        await world.publish(2);
        world.pass(TO_SLOT);
        if (lost) world.faults.push({ kind: 'lose' });
        world.killAfter(step);
        await world.tick();
        await world.publish(1);
        await world.mend();
        expect(notOnce(world)).toEqual([]);
        expect((await corpus.deliveries('C1')).some(({ state }) => state === 'claimed')).toBe(
          false,
        );
        await corpus.close();
        await rm(folder, { recursive: true });
        corpus = await opened();
      }
    }
  },
);
