import { expect, test } from 'vitest';
import { POSTGRES } from '../../corpus/stores.ts';
import { startSite } from '../web/local-web.ts';
import { openWorld, rss, textOf } from './world.ts';

test('of several bots on one database one asks a feed that is due, and its articles are there once', async () => {
  const site = await startSite();
  let asked = 0;
  site.at('/feed', (_, response) => {
    asked += 1;
    response.end(rss([{ key: 'k', title: 'Kestrels counted', text: textOf(5) }]));
  });
  const place = await POSTGRES.place();
  const worlds = [];
  for (let bot = 0; bot < 3; bot += 1) worlds.push(await openWorld([site.host], place));
  const [first] = worlds;
  await first?.follow(`${site.url}/feed`);
  expect(asked).toBeGreaterThan(0);
  for (let day = 1; day <= 2; day += 1) {
    const before = asked;
    for (const { clock } of worlds) clock.advance(86_400_000);
    await Promise.all(worlds.map(({ asking }) => asking.pollDue()));
    expect(asked - before).toBe(1);
  }
  expect(await first?.titles()).toEqual(['Kestrels counted']);
});
