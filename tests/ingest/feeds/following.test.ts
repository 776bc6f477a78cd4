import { describe, expect, it } from 'vitest';
import { startSite } from '../web/local-web.ts';
import { openWorld, rss, textOf } from './world.ts';

const page = (title: string, text: string) =>
  `<!doctype html><html lang="en"><head><title>${title}</title><meta property="og:type" content="article"></head><body><article><h1>${title}</h1>${text}</article></body></html>`;
const html = { 'content-type': 'text/html; charset=utf-8' };

describe('a feed that is followed', () => {
  it('brings its articles once, whatever it reshuffles', async () => {
    const site = await startSite();
    const entries = [1, 2, 3].map((n) => ({ key: `k${n}`, title: `Report ${n}`, text: textOf(n) }));
    let listed = entries;
    site.at('/feed', (_, response) => response.end(rss(listed)));
    const world = await openWorld([site.host]);
    expect(await world.follow(`${site.url}/feed`)).toMatchObject({
      ...{ kind: 'feed', listed: 3, isNew: true, feed: { title: 'Harbour notes', by: 'U1' } },
    });
    expect(await world.titles()).toEqual(['Report 1', 'Report 2', 'Report 3']);
    const { lastArrival } = await world.corpus.size();
    listed = [...entries].reverse();
    await world.pass(30);
    listed = entries.map((entry) => ({ ...entry, key: `new-${entry.key}` }));
    await world.pass(30);
    expect(await world.corpus.size()).toEqual({ articles: 3, lastArrival });
    listed = [...entries, { key: 'k4', title: 'Report 4', text: textOf(4) }];
    await world.pass(60);
    expect(await world.titles()).toEqual(['Report 1', 'Report 2', 'Report 3', 'Report 4']);
  });

  it('takes a changed entry for a revision, and an unchanged feed is not sent again', async () => {
    const site = await startSite();
    let text = textOf(1);
    let etag = '"1"';
    let sent = 0;
    site.at('/feed', (request, response) => {
      if (request.headers['if-none-match'] === etag) return void response.writeHead(304).end();
      sent += 1;
      const link = `${site.url}/1`;
      response.setHeader('etag', etag).end(rss([{ key: 'k', title: 'Report', text, link }]));
    });
    const world = await openWorld([site.host]);
    await world.follow(`${site.url}/feed`);
    await world.pass(120);
    expect(sent).toBe(2);
    text = text.replace('pier 100,', 'the north pier,');
    etag = '"2"';
    await world.pass(60);
    const [found] = await world.corpus.search({});
    expect(found?.article).toMatchObject({ revision: 2, outlet: 'Harbour notes' });
    expect(found?.article.text).toContain('the north pier');
  });

  it('is left alone for as long as it asks, also while nothing changes', async () => {
    const site = await startSite();
    const feed = rss([{ key: 'k', title: 'Report', text: textOf(1) }]);
    site.at('/feed', (request, response) => {
      if (request.headers['if-none-match'] === '"1"') return void response.writeHead(304).end();
      response.setHeader('etag', '"1"').end(feed.replace('<channel>', '<channel><ttl>60</ttl>'));
    });
    const world = await openWorld([site.host]);
    await world.follow(`${site.url}/feed`);
    const before = site.asked.length;
    await world.pass(5 * 60);
    // Each wait is an hour and up to a tenth of one.
    expect(site.asked.length - before).toBe(4);
  });

  it('that carries teasers has its pages fetched, each once, and a teaser stands where its page is not to be had', async () => {
    const site = await startSite();
    const teaser = (n: number) => ({
      ...{
        key: `k${n}`,
        title: `Report ${n}`,
        link: `${site.url}/${n}`,
        text: `In short, report ${n} …`,
      },
    });
    site.at('/feed', (_, response) => response.end(rss([teaser(1), teaser(2), teaser(3)])));
    site.at('/1', (_, response) => response.writeHead(200, html).end(page('Report 1', textOf(1))));
    site.at('/2', (_, response) => response.writeHead(403).end());
    let isUp = false;
    site.at('/3', (_, response) =>
      isUp
        ? response.writeHead(200, html).end(page('Report 3', textOf(3)))
        : response.writeHead(500).end(),
    );
    const world = await openWorld([site.host]);
    await world.follow(`${site.url}/feed`);
    expect(await world.titles()).toEqual(['Report 1', 'Report 2']);
    const waiting = (await world.feed(`${site.url}/feed`)).entries.find(({ again }) => again);
    expect(waiting).toMatchObject({ article: null, failures: 1 });
    expect(waiting?.again?.problem.refused).toContain('500');
    isUp = true;
    await world.pass(120);
    const all = (await world.corpus.search({})).map(({ article }) => article);
    const text = (title: string) => all.find((one) => one.title === title)?.text ?? '';
    expect(text('Report 1')).toContain('pier 139');
    expect(text('Report 2')).toMatch(/^In short, report 2/);
    expect(text('Report 3')).toContain('pier 339');
    expect(site.asked.filter((path) => path === 'GET /1')).toHaveLength(1);
    expect(site.asked.filter((path) => path === 'GET /2')).toHaveLength(1);
  });

  it('shares its articles with other feeds of its outlet: none has a revision because another lists it, too', async () => {
    const site = await startSite();
    let text = textOf(1);
    const entries = () => [
      { key: 'k1', title: 'Report 1', text, link: `${site.url}/1` },
      { key: 'k2', title: 'Report 2', text: 'In short …', link: `${site.url}/2` },
    ];
    for (const feed of ['World', 'Home', 'Sport']) {
      site.at(`/${feed}`, (_, response) => response.end(rss(entries(), feed)));
    }
    site.at('/2', (_, response) => response.writeHead(200, html).end(page('Report 2', textOf(2))));
    const world = await openWorld([site.host]);
    await Promise.all(['World', 'Home'].map((feed) => world.follow(`${site.url}/${feed}`)));
    await world.follow(`${site.url}/Sport`);
    expect(await world.corpus.size()).toEqual({ articles: 2, lastArrival: 2 });
    text = text.replace('pier 100,', 'the north pier,');
    await world.pass(60);
    expect(await world.titles()).toEqual(['Report 1', 'Report 2']);
    expect(await world.corpus.size()).toEqual({ articles: 2, lastArrival: 3 });
    for (const { entries: seen } of await world.corpus.feeds()) {
      expect(seen.map(({ article }) => article)).not.toContain(null);
    }
  });

  it('has a page fetched that came in before, unless a feed has noted it and would have heard of its changes', async () => {
    const site = await startSite();
    let text = textOf(1);
    const teaser = { key: 'k', title: 'Report', text: 'In short …', link: `${site.url}/1` };
    for (const feed of ['/one', '/other']) {
      site.at(feed, (_, response) => response.end(rss([teaser])));
    }
    site.at('/1', (_, response) => response.writeHead(200, html).end(page('Report', text)));
    const world = await openWorld([site.host]);
    // As it is after a kill between an article and the note of its entry.
    await world.follow(`${site.url}/1`);
    text = text.replace('pier 100,', 'the north pier,');
    await world.follow(`${site.url}/one`);
    await world.follow(`${site.url}/other`);
    const [found] = await world.corpus.search({});
    expect(found?.article).toMatchObject({ revision: 2 });
    expect(found?.article.text).toContain('the north pier');
    expect(site.asked.filter((path) => path === 'GET /1')).toHaveLength(2);
  });

  it('whose page can no longer be had takes nothing back of what it told', async () => {
    const site = await startSite();
    let teaser = 'In short …';
    site.at('/feed', (_, response) =>
      response.end(rss([{ key: 'k', title: 'Report', text: teaser, link: `${site.url}/1` }])),
    );
    let isThere = true;
    site.at('/1', (_, response) =>
      isThere
        ? response.writeHead(200, html).end(page('Report', textOf(1)))
        : response.writeHead(403).end(),
    );
    const world = await openWorld([site.host]);
    await world.follow(`${site.url}/feed`);
    isThere = false;
    teaser = 'In other words …';
    await world.pass(60);
    expect(site.asked.filter((path) => path === 'GET /1')).toHaveLength(2);
    const [found] = await world.corpus.search({});
    expect(found?.article).toMatchObject({ revision: 1 });
    expect(found?.article.text).toContain('pier 100');
  });

  it('is filtered by words, as they stand', async () => {
    const site = await startSite();
    const entry = (key: string, title: string) => ({ key, title, text: textOf(key.length) });
    site.at('/feed', (_, response) =>
      response.end(
        rss([entry('a', 'OPM breach'), entry('bb', 'OPM breach: sport'), entry('ccc', 'Shopman')]),
      ),
    );
    const world = await openWorld([site.host]);
    await world.follow(`${site.url}/feed`, { include: ['opm'], exclude: ['Sport'] });
    expect(await world.titles()).toEqual(['OPM breach']);
  });

  it('is known by its new address where it has moved for good', async () => {
    const site = await startSite();
    site.at('/new', (_, response) =>
      response.end(rss([{ key: 'k', title: 'R', text: textOf(1) }])),
    );
    site.at('/old', (_, response) => response.writeHead(301, { location: '/new' }).end());
    const world = await openWorld([site.host]);
    expect(await world.follow(`${site.url}/old`)).toMatchObject({
      feed: { url: `${site.url}/new` },
    });
    site.at('/newer', (_, response) => response.end(rss([])));
    site.at('/new', (_, response) => response.writeHead(308, { location: '/newer' }).end());
    await world.pass(60);
    const [feed, ...others] = await world.corpus.feeds();
    expect(others).toEqual([]);
    expect(feed).toMatchObject({ url: `${site.url}/newer`, by: 'U1' });
    expect(feed?.entries).toHaveLength(1);
  });

  it('is found from the page of its site, and asked about where there are several', async () => {
    const site = await startSite();
    const head = (links: string) =>
      `<html><head><title>Harbour notes</title>${links}</head><body><ul>${'<li><a href="/x">Something that happened</a></li>'.repeat(30)}</ul></body></html>`;
    const link = (path: string) =>
      `<link rel="alternate" type="application/rss+xml" title="${path}" href="${path}">`;
    site.at('/', (_, response) => response.writeHead(200, html).end(head(link('/feed'))));
    site.at('/two', (_, response) =>
      response.writeHead(200, html).end(head(link('/feed') + link('/sport'))),
    );
    site.at('/feed', (_, response) => response.end(rss([])));
    const world = await openWorld([site.host]);
    expect(await world.follow(`${site.url}/`)).toMatchObject({
      ...{ kind: 'feed', feed: { url: `${site.url}/feed` } },
    });
    expect(await world.follow(`${site.url}/two`)).toMatchObject({
      ...{ kind: 'choice', feeds: [{ url: `${site.url}/feed` }, { url: `${site.url}/sport` }] },
    });
  });
});

describe('whoever added a feed', () => {
  const DAY = 24 * 60;

  it('is told when it has failed for a day, once, and when it is over', async () => {
    const site = await startSite();
    const world = await openWorld([site.host]);
    const url = `${site.url}/feed`;
    site.at('/feed', (_, response) => response.end(rss([])));
    await world.follow(url);
    site.at('/feed', (_, response) => response.writeHead(500).end());
    await world.pass(DAY - 60);
    expect(world.told).toEqual([]);
    expect((await world.feed(url)).health).toMatchObject({
      problem: { refused: expect.stringContaining('500') },
    });
    const before = site.asked.length;
    expect(before).toBeLessThan(12);
    await world.pass(3 * DAY);
    expect(world.told).toEqual([{ feed: url, news: 'failing' }]);
    expect(site.asked.length).toBeGreaterThan(before);
    site.at('/feed', (_, response) => response.end(rss([])));
    await world.pass(2 * DAY);
    expect(world.told.slice(1)).toEqual([{ feed: url, news: 'recovered' }]);
  });

  it('is told when it is gone, and it is asked no more', async () => {
    const site = await startSite();
    const world = await openWorld([site.host]);
    const url = `${site.url}/feed`;
    site.at('/feed', (_, response) => response.end(rss([])));
    await world.follow(url);
    site.at('/feed', (_, response) => response.writeHead(410).end());
    await world.pass(60);
    expect(world.told).toEqual([{ feed: url, news: 'gone' }]);
    const asked = site.asked.length;
    await world.pass(DAY);
    expect(site.asked).toHaveLength(asked);
  });

  it('is told when it is silent for far longer than its habit, by bursts too', async () => {
    const site = await startSite();
    const world = await openWorld([site.host]);
    const start = world.clock.now();
    const hour = 3_600_000;
    const at = (hours: readonly number[]) =>
      rss(
        hours.map((h, n) => ({
          key: `${n}`,
          title: `R${n}`,
          text: textOf(n),
          date: new Date(start - h * hour),
        })),
      );
    site.at('/hourly', (_, response) => response.end(at([1, 2, 3, 4, 5, 6])));
    site.at('/weekly', (_, response) => response.end(at([1, 1.1, 1.2, 168, 168.1, 168.2])));
    await world.follow(`${site.url}/hourly`);
    await world.follow(`${site.url}/weekly`);
    await world.pass(3 * DAY);
    expect(world.told).toEqual([]);
    await world.pass(3 * DAY);
    expect(world.told).toEqual([{ feed: `${site.url}/hourly`, news: 'silent' }]);
  });
});
