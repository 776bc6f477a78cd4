import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openCorpus } from '../../src/corpus/open.ts';
import { FULL } from '../../src/corpus/shard.ts';
import type { Delivery } from '../../src/news/delivery.ts';
import { given } from './given.ts';
import { POSTGRES } from './stores.ts';
import { temporaryFolder } from './temporary-folder.ts';

const SLOT = '2026-03-02T13:30:00.000Z';
/** What a delivery holds at most, about, in characters. */
const LONG = 9_000;

function delivery(channel: string, state: Delivery['state']): Delivery {
  const story = { story: 'x'.repeat(LONG), topics: [], sources: [] };
  const digest = { channel, after: 0, upTo: 1, stories: [], sources: [], further: [story] };
  const id = `${channel}/${SLOT}`;
  return { id, channel, slot: SLOT, state, digest, ts: null, reason: null, at: SLOT };
}

test('however many channels share a slot, writing one down writes few others again', async () => {
  const folder = temporaryFolder();
  const corpus = given(await openCorpus(folder));
  const channels = Array.from({ length: 60 }, (_, at) => `C${at}`);
  for (const channel of channels) {
    await corpus.record(delivery(channel, 'claimed'));
    await corpus.record(delivery(channel, 'posted'));
  }
  await corpus.close();
  for (const name of readdirSync(join(folder, 'deliveries'))) {
    expect(name.startsWith('2026-03-02')).toBe(true);
    expect(statSync(join(folder, 'deliveries', name)).size).toBeLessThan(FULL + 2 * LONG);
  }

  const again = given(await openCorpus(folder));
  await again.record(delivery('C0', 'refused'));
  for (const channel of channels) {
    const state = channel === 'C0' ? 'refused' : 'posted';
    expect((await again.deliveries(channel)).map((one) => one.state)).toEqual([state]);
  }
  await again.close();
});

test('nothing by what was read before another process posted stands over that', async () => {
  const place = await POSTGRES.place();
  const [one, other] = [await place.open(), await place.open()];
  await one.record(delivery('C1', 'claimed'));
  await other.record(delivery('C1', 'posted'));
  await expect(one.record(delivery('C1', 'claimed'))).rejects.toThrow('Another process');
  expect((await one.deliveries('C1')).map(({ state }) => state)).toEqual(['posted']);
  await other.record(delivery('C1', 'posted'));
  for (const state of ['claimed', 'refused', 'unknown'] as const) {
    await expect(one.record(delivery('C1', state))).rejects.toThrow('Another process');
  }
  await other.record(delivery('C2', 'refused'));
  await one.record(delivery('C2', 'claimed'));
  expect((await other.deliveries('C2')).map(({ state }) => state)).toEqual(['claimed']);
  await Promise.all([one.close(), other.close()]);
});
