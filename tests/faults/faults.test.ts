import { expect, test } from 'vitest';
import { campaign } from './campaign.ts';

test('killed or refused at any boundary of a delivery, the bot loses nothing and posts nothing twice', async () => {
  const tally = await campaign({ boundaries: 3, random: 6 }, () => {});
  expect(tally).toMatchObject({ lost: 0, doubled: 0 });
  expect(tally.runs).toBeGreaterThan(50);
}, 300_000);
