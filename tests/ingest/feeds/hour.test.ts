import type { ServerResponse } from 'node:http';
import { expect, it } from 'vitest';
import { follow } from '../../../src/ingest/feeds/followed.ts';
import { startSite } from '../web/local-web.ts';
import { openWorld, rss, textOf } from './world.ts';

const FEEDS = 200;
const HOSTS = 20;
const MINUTES = 60;
/** Between two looks at one feed. The turned clock jumps ahead of a request under way by some seconds. */
const LEAST_MS = 9 * 60_000;

/** The ways in which a feed goes wrong, by its number; the others do nothing wrong. */
const FAULTS = [
  'down',
  'busy',
  'broken',
  'reshuffled',
  'renamed',
  'cut',
  'unpacked',
  'none',
] as const;
type Fault = (typeof FAULTS)[number];

const faultOf = (feed: number): Fault => FAULTS[feed % 16] ?? 'none';
/** The minutes in which a feed goes wrong. */
const isBad = (minute: number) => minute >= 10 && minute < 35;

it('an hour over 200 feeds with faults loses no article, takes none twice, and asks no host too often', async () => {
  let minute = 0;
  const retryUntil = new Map<string, number>();
  const tooEarly: string[] = [];
  const lastAsked = new Map<number, number>();
  const sites = await Promise.all(Array.from({ length: HOSTS }, () => startSite()));
  const world = await openWorld(sites.map(({ host }) => host));

  /** An entry at the start and one more at minute 5, 20 and 40. */
  const entriesOf = (feed: number) =>
    [0, 5, 20, 40]
      .filter((at) => at <= minute)
      .map((at) => ({
        key: `${feed}-${at}`,
        title: `Feed ${feed} at ${at}`,
        text: textOf(feed * 50 + at, 14),
      }));

  function answer(feed: number, response: ServerResponse): void {
    const entries = entriesOf(feed);
    const whole = rss(entries, `Feed ${feed}`);
    if (!isBad(minute)) return void response.end(whole);
    switch (faultOf(feed)) {
      case 'down':
        return void response.writeHead(502).end();
      case 'busy':
        retryUntil.set(sites[feed % HOSTS]?.host ?? '', world.clock.now() + 600_000);
        return void response.writeHead(429, { 'retry-after': '600' }).end();
      case 'broken':
        return void response.end('<html><p>Database error.</p></html>');
      case 'reshuffled':
        return void response.end(rss([...entries].reverse(), `Feed ${feed}`));
      case 'renamed':
        return void response.end(
          rss(
            entries.map((one) => ({ ...one, key: `new ${one.key}` })),
            `Feed ${feed}`,
          ),
        );
      case 'cut':
        return void response.end(whole.slice(0, -whole.length / 8));
      case 'unpacked':
        return void response.writeHead(200, { 'content-encoding': 'gzip' }).end(whole);
      case 'none':
        return void response.end(whole);
    }
  }

  const urls = Array.from({ length: FEEDS }, (_, feed) => {
    const site = sites[feed % HOSTS];
    site?.at(`/${feed}`, (_, response) => {
      const now = world.clock.now();
      const before = lastAsked.get(feed);
      if (before !== undefined && now - before < LEAST_MS)
        tooEarly.push(`${feed}: ${now - before} ms`);
      if (now < (retryUntil.get(site.host) ?? 0)) tooEarly.push(`${feed}: before its Retry-After`);
      lastAsked.set(feed, now);
      answer(feed, response);
    });
    return `${site?.url}/${feed}`;
  });
  const addedAt = new Date(world.clock.now()).toISOString();
  for (const url of urls) {
    const wish = { url, title: null, site: null, by: 'U1', include: [], exclude: [] };
    await follow(world.corpus, wish, addedAt);
  }

  const seenFailing = new Set<string>();
  for (; minute < MINUTES; minute += 1) {
    await world.pass(1);
    for (const { url, health } of await world.corpus.feeds()) {
      if (health.problem !== null) seenFailing.add(url);
    }
  }
  // Whoever was put off is asked within the next hour, when all is well again.
  await world.pass(75);

  const titles = await world.titles();
  const expected = urls.flatMap((_, feed) => [0, 5, 20, 40].map((at) => `Feed ${feed} at ${at}`));
  expect(titles).toHaveLength(new Set(titles).size);
  expect([...titles].sort()).toEqual(expected.sort());
  const { lastArrival } = await world.corpus.size();
  expect(lastArrival).toBe(expected.length);
  expect(tooEarly).toEqual([]);
  for (const [feed, url] of urls.entries()) {
    if (['down', 'broken', 'unpacked'].includes(faultOf(feed))) expect(seenFailing).toContain(url);
  }
  for (const { health } of await world.corpus.feeds()) {
    expect(health).toMatchObject({ problem: null, failures: 0 });
  }
}, 300_000);
