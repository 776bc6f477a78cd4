import { expect, onTestFinished, test } from 'vitest';
import { deliverDue } from '../../src/digest/deliver.ts';
import { shareTurns } from '../../src/digest/share-turns.ts';
import { subscribe } from '../../src/digest/subscribe.ts';
import { POSTGRES } from '../corpus/stores.ts';
import { note } from './articles.ts';
import { portsWith, posted } from './ports-with.ts';
import { MORNING } from './world.ts';

test('a round passes by a channel that another process is at, and a later one serves it', async () => {
  const { open } = await POSTGRES.place();
  const [here, elsewhere] = [await open(), await open()];
  onTestFinished(async () => {
    await Promise.all([here.close(), elsewhere.close()]);
  });
  const ports = {
    ...portsWith('2026-03-02T09:00:00.000Z', async () => posted),
    inTurn: shareTurns(here).inTurn,
  };
  const earlier = { ...ports, clock: () => '2026-03-01T00:00:00.000Z' };
  for (const channel of ['C1', 'C2']) {
    await subscribe(here, { channel, schedule: MORNING, topics: [], by: 'U1' }, earlier);
  }
  await here.add([note('a1', 'The ferry came in late.')]);
  const served = async () =>
    (await deliverDue(here, ports)).deliveries.map(({ channel, state }) => [channel, state]);
  await shareTurns(elsewhere).inTurn('C1', async () => {
    expect(await served()).toEqual([['C2', 'posted']]);
  });
  expect(await served()).toEqual([['C1', 'posted']]);
});

test('a refusal before any claim is not written over what another process did in a turn that was lost', async () => {
  const { open } = await POSTGRES.place();
  const [here, elsewhere] = [await open(), await open()];
  onTestFinished(async () => {
    await Promise.all([here.close(), elsewhere.close()]);
  });
  const turns = shareTurns({ ...here, isOurs: () => false });
  const ports = {
    ...portsWith('2026-03-02T09:00:00.000Z', async (delivery) => {
      await elsewhere.record(delivery);
      return { outcome: 'refused', reason: 'ratelimited', retryAfter: 9 };
    }),
    ...turns,
  };
  const earlier = { ...ports, clock: () => '2026-03-01T00:00:00.000Z' };
  await subscribe(here, { channel: 'C1', schedule: MORNING, topics: [], by: 'U1' }, earlier);
  await here.add([note('a1', 'The ferry came in late.')]);
  const { failures } = await deliverDue(here, ports);
  expect(failures).toMatchObject([{ error: { message: expect.stringContaining('cut off') } }]);
  expect(await here.deliveries('C1')).toMatchObject([{ state: 'claimed' }]);
});
