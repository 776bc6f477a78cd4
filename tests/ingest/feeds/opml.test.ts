import fc from 'fast-check';
import { expect, test } from 'vitest';
import { likelyFeedAddresses } from '../../../src/ingest/feeds/likely-addresses.ts';
import { readOpml, writeOpml } from '../../../src/ingest/feeds/opml.ts';

const TOWN = { url: 'https://town.example.com/feed', title: 'Town & country', folder: null };

test.each([
  [
    '1.0',
    '<opml version="1.0"><head/><body><outline text="Town &amp; country" type="rss" xmlUrl="https://town.example.com/feed"/></body></opml>',
  ],
  [
    '1.1, title before text',
    '<opml version="1.1"><body><outline title="Town &amp; country" text="x" xmlURL="https://town.example.com/feed"></outline></body></opml>',
  ],
  [
    'in capitals, without a body',
    '<OPML><OUTLINE TEXT="Town &amp; country" XMLURL="https://town.example.com/feed"/></OPML>',
  ],
  [
    'with unescaped ampersands, unquoted and cut short',
    '<opml><body><outline text="Town & country" xmlUrl=https://town.example.com/feed /><outline text="x',
  ],
  [
    'with feed: for http',
    '<opml><body><outline text="Town &amp; country" xmlUrl="feed:https://town.example.com/feed"/></body></opml>',
  ],
  [
    'with the same feed twice',
    '<opml><body><outline text="Town &amp; country" xmlUrl="https://town.example.com/feed"/><outline text="Again" xmlUrl="https://town.example.com/feed"/></body></opml>',
  ],
])('an OPML file is read: %s', (_, text) => {
  expect(readOpml(text)).toEqual([TOWN]);
});

test('folders inside folders are told with each feed', () => {
  const text = `<opml version="2.0"><body>
    <outline text="Press"><outline text="Local"><outline text="One" xmlUrl="https://a.example/1"/></outline>
    <outline text="Two" xmlUrl="https://a.example/2"/><outline text="A note"/></outline>
    <outline xmlUrl="https://a.example/3"/><outline text="Bad" xmlUrl="javascript:x"/></body></opml>`;
  expect(readOpml(text)).toEqual([
    { url: 'https://a.example/1', title: 'One', folder: 'Press / Local' },
    { url: 'https://a.example/2', title: 'Two', folder: 'Press' },
    { url: 'https://a.example/3', title: null, folder: null },
  ]);
});

test.each([
  ['', 'This is no OPML file.'],
  ['<html><body>News</body></html>', 'This is no OPML file.'],
  [
    '<opml version="2.0"><body><outline text="Empty"/></body></opml>',
    'This OPML file lists no feed.',
  ],
])('%j is refused', (text, refused) => {
  expect(readOpml(text)).toEqual({ refused, next: expect.stringContaining('Export') });
});

test('what is written is read again, in the order of its folders', () => {
  const word = fc.stringMatching(/^[!-~éß“”]{1,12}$/);
  const words = fc.array(word, { minLength: 1, maxLength: 3 }).map((all) => all.join(' '));
  const folder = fc
    .array(
      words.filter((name) => name !== '/' && !/(?:^| )\/(?: |$)/.test(name)),
      { minLength: 1, maxLength: 3 },
    )
    .map((names) => names.join(' / '));
  const listed = fc.record({
    url: fc.webUrl({ withQueryParameters: true }),
    title: fc.option(words),
    folder: fc.option(folder),
  });
  const list = fc.uniqueArray(listed, { minLength: 1, maxLength: 8, selector: ({ url }) => url });
  fc.assert(
    fc.property(list, (feeds) => {
      const folders = [...new Set(feeds.map((feed) => feed.folder))];
      const together = folders.flatMap((name) => feeds.filter((feed) => feed.folder === name));
      // A feed without a title is shown by its address.
      const shown = together.map((feed) => ({ ...feed, title: feed.title ?? feed.url }));
      expect(readOpml(writeOpml(feeds))).toEqual(shown);
    }),
  );
});

test('a site’s feed is looked for beside the page and at the root', () => {
  expect(likelyFeedAddresses('https://town.example.com/blog/about.html?x=1')).toEqual([
    'https://town.example.com/blog/feed/',
    'https://town.example.com/blog/rss.xml',
    'https://town.example.com/feed/',
    'https://town.example.com/rss.xml',
    'https://town.example.com/feed.xml',
    'https://town.example.com/atom.xml',
    'https://town.example.com/index.xml',
    'https://town.example.com/rss',
    'https://town.example.com/feed.json',
  ]);
  expect(likelyFeedAddresses('http://town.example.com:8080')[0]).toBe(
    'http://town.example.com:8080/feed/',
  );
  for (const url of ['', 'town.example.com', 'ftp://town.example.com/', 'https://']) {
    expect(likelyFeedAddresses(url)).toEqual([]);
  }
});
