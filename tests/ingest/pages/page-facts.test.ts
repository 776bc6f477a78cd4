import { afterAll, describe, expect, test } from 'vitest';
import type { Page } from '../../../src/ingest/pages/page.ts';
import { given } from '../../corpus/given.ts';
import { article, linkedData, read, stopReading } from './reading.ts';

afterAll(stopReading);

const URL = 'https://courier.example/harbour/survey';

async function facts(head: string, inside = '', url: string | null = URL): Promise<Page> {
  return given(await read(article(head, inside), url));
}

describe('the date', () => {
  test.each([
    ['JSON-LD', linkedData({ '@type': 'NewsArticle', datePublished: '2015-06-05T10:31:00-04:00' })],
    [
      'JSON-LD in a graph',
      linkedData({
        '@graph': [
          { '@type': 'WebSite' },
          { '@type': ['Article'], datePublished: '2015-06-05T10:31:00-0400' },
        ],
      }),
    ],
    ['a meta tag', '<meta property="article:published_time" content="2015-06-05T10:31-04:00">'],
    ['RFC 822', '<meta name="pubdate" content="Fri, 05 Jun 2015 10:31:00 EDT">'],
  ])('of %s is the instant with its offset', async (_, head) => {
    expect((await facts(head)).publishedAt).toBe('2015-06-05T10:31:00-04:00');
  });

  test.each([
    ['<p class="dateline-date">Published 5 June 2015 10:31 EDT</p>', '2015-06-05T10:31:00-04:00'],
    ['<div class="post_meta">June 5th, 2015 at 10:31 p.m. ET</div>', '2015-06-05T22:31:00-04:00'],
    ['<div class="published">Jan. 5, 2015, 12:05 AM ET</div>', '2015-01-05T00:05:00-05:00'],
    ['<time datetime="2015-06-05T10:31:00+02:00">a while ago</time>', '2015-06-05T10:31:00+02:00'],
    ['<abbr class="published" title="2015-06-05T10:31:00Z">then</abbr>', '2015-06-05T10:31:00Z'],
    ['<span class="date">05.06.2015</span>', '2015-06-05'],
    ['<div>Fri, June 5, 2015</div>', '2015-06-05'],
  ])('shown as %s is %s', async (shown, publishedAt) => {
    expect((await facts('', shown)).publishedAt).toBe(publishedAt);
  });

  test.each([
    // A place has its summers, also those of before 2007.
    ['20 March 2005 10:31 ET', '2005-03-20T10:31:00-05:00'],
    ['20 March 2015 10:31 ET', '2015-03-20T10:31:00-04:00'],
    ['5 June 2015 at 10:31 a.m. Pacific time', '2015-06-05T10:31:00-07:00'],
    ['Friday 5 June 2015 11:42, UK', '2015-06-05T11:42:00+01:00'],
    // A name of winter or summer time is what it says.
    ['5 July 2015 10:31 EST', '2015-07-05T10:31:00-05:00'],
    ['5 July 2015 10:31 pm bst', '2015-07-05T22:31:00+01:00'],
    ['5 July 2015 10:31 CET', '2015-07-05T10:31:00+01:00'],
    ['5 July 2015 10:31 GMT +3', '2015-07-05T10:31:00+03:00'],
    ['5 July 2015 3:26 pm IST', '2015-07-05T15:26:00+05:30'],
    // Words are no zones.
    ['5 July 2015 10:31 at the harbour', '2015-07-05'],
    ['5 July 2015 10:31 et al.', '2015-07-05'],
    ['5 July 2015 10:31 Met office', '2015-07-05'],
  ])('shown with a zone as %s is %s', async (shown, publishedAt) => {
    expect((await facts('', `<p class="date">${shown}</p>`)).publishedAt).toBe(publishedAt);
  });

  test.each([
    ['https://courier.example/2015/06/05/survey', '2015-06-05'],
    ['https://courier.example/news/2015/jun/05/survey', '2015-06-05'],
    ['https://courier.example/survey-20150605', '2015-06-05'],
    ['https://courier.example/2015/13/45/survey', null],
  ])('of the address %s is %s', async (url, publishedAt) => {
    expect((await facts('', '', url)).publishedAt).toBe(publishedAt);
  });

  test.each([
    ['https://courier.example.uk/a', '2015-06-05'],
    ['https://courier.example/a', '2015-05-06'],
  ])('05/06/2015 at %s is %s', async (url, publishedAt) => {
    expect((await facts('', '<p class="date">05/06/2015</p>', url)).publishedAt).toBe(publishedAt);
  });

  test('in UTC gives way to the day that the address names, and to the same instant with an offset', async () => {
    const utc = '<meta name="date" content="2015-06-06T01:30:00Z">';
    const url = 'https://courier.example/2015/06/05/survey';
    expect((await facts(utc, '', url)).publishedAt).toBe('2015-06-05');
    const local = '<time datetime="2015-06-05T21:30:00-04:00">yesterday</time>';
    expect((await facts(utc, local, url)).publishedAt).toBe('2015-06-05T21:30:00-04:00');
    expect((await facts(utc, '', URL)).publishedAt).toBe('2015-06-06T01:30:00Z');
  });

  test('of a change is kept apart from that of publication', async () => {
    const shown = '<p class="meta-date">Published June 5, 2015. Updated June 7, 2015</p>';
    expect(await facts('', shown)).toMatchObject({
      publishedAt: '2015-06-05',
      updatedAt: '2015-06-07',
    });
  });

  test.each(['2015-02-30', '3015-01-01', '0001-01-01', 'yesterday', ''])(
    '%s is none',
    async (content) => {
      expect((await facts(`<meta name="date" content="${content}">`)).publishedAt).toBeNull();
    },
  );
});

describe('the author', () => {
  test.each([
    ['<meta name="author" content="By A. Writer and B. Writer">', '', 'A. Writer, B. Writer'],
    [
      linkedData([
        { '@type': 'Article', author: { '@id': '#a' } },
        { '@id': '#a', '@type': 'Person', name: 'A. Writer' },
      ]),
      '',
      'A. Writer',
    ],
    [
      '',
      '<p class="byline">By <a rel="author" href="/a">Ann Writer</a>, Staff Writer</p>',
      'Ann Writer',
    ],
    ['', '<div><span>By</span> <span>Ann Writer</span></div>', 'Ann Writer'],
    ['', '<p class="byline">Posted by Ann Writer on June 5, 2015</p>', 'Ann Writer'],
    ['', '<p>by <span class="author vcard fn">quill</span> on Friday</p>', 'quill'],
    ['', '<p class="author">Posted on June 4, 2015 by Ann Writer</p>', 'Ann Writer'],
    [
      '',
      '<p class="byline">Posted by Ann Writer and Ben Writer - Harbour Team</p>',
      'Ann Writer, Ben Writer',
    ],
    ['', '<p>By Ann Writer, Ben Writer, the harbour team</p>', 'Ann Writer, Ben Writer'],
    ['', '<p>— by Ann Writer</p>', 'Ann Writer'],
    ['', '<div>Quays <span>| By </span><span>Ann Writer</span> | June 5</div>', 'Ann Writer'],
    ['', '<div>Posted on June 5, 2015 by Ann Writer</div>', 'Ann Writer'],
    [
      '',
      '<div class="byline">By <a>Ann Writer</a><br><span>Courier Staff</span></div>',
      'Ann Writer',
    ],
    [
      '',
      '<div class="byline"><div>By Ann Writer</div><div>and Ben Writer</div></div>',
      'Ann Writer, Ben Writer',
    ],
    ['<meta name="author" content="Ann Writer, Courier Staff">', '', 'Ann Writer'],
    ['<meta name="author" content="Ann Courier">', '', 'Ann Courier'],
    ['<meta name="twitter:creator" content="quill">', '', 'quill'],
  ])('of %s%s is %s', async (head, shown, author) => {
    expect((await facts(head, shown)).author).toBe(author);
  });

  test.each([
    ['<meta name="author" content="admin">', ''],
    ['<meta name="author" content="https://courier.example/writers/7">', ''],
    [
      '<meta name="author" content="The Courier"><meta property="og:site_name" content="The Courier">',
      '',
    ],
    ['', '<p>By the time the crews arrived, nothing was left.</p>'],
    ['', '<div class="comment"><span class="author">Ann Reader</span></div>'],
    ['', '<div class="author-bio">Ann Writer</div>'],
    ['<meta name="twitter:creator" content="@quill">', ''],
    [
      '<meta name="author" content="Harbour Post Desk"><meta property="og:site_name" content="Harbour Post">',
      '',
    ],
  ])('of %s%s is nobody', async (head, shown) => {
    expect((await facts(head, shown)).author).toBeNull();
  });
});

describe('the title', () => {
  test.each([
    ['<title>Survey of the northern quay goes on | The Courier</title>'],
    ['<title>Courier » Harbour » Survey of the northern quay</title>'],
    [linkedData({ '@type': 'NewsArticle', headline: 'Quay survey' })],
    [''],
  ])('beside %s is the heading', async (head) => {
    expect((await facts(head)).title).toBe('Survey of the northern quay goes on');
  });

  test('without a heading is the declared one without the outlet', async () => {
    const html = article('<title>Quay survey goes on - The Courier</title>').replaceAll(
      'h1>',
      'p>',
    );
    expect(given(await read(html, URL)).title).toBe('Quay survey goes on');
  });
});

describe('addresses', () => {
  test('are resolved against the page’s own, and feeds are named', async () => {
    const head = `<link rel="canonical" href="/harbour/survey">
      <link rel="alternate" type="application/rss+xml" title="All news" href="/feed.xml">
      <link rel="alternate" type="application/atom+xml" href="//feeds.example/a">
      <link rel="alternate" type="application/rss+xml" href="javascript:alert(1)">
      <link rel="alternate" hreflang="de" href="/de">`;
    expect(
      await facts(head, '', 'https://courier.example/harbour/survey?utm_source=x'),
    ).toMatchObject({
      canonicalUrl: 'https://courier.example/harbour/survey',
      feeds: [
        { url: 'https://courier.example/feed.xml', title: 'All news' },
        { url: 'https://feeds.example/a', title: null },
      ],
      fullVersion: null,
      nextPages: [],
    });
  });

  test('of an AMP or print variant lead to the real one', async () => {
    const head = '<link rel="canonical" href="https://courier.example/survey">';
    for (const url of [
      'https://courier.example/survey/amp/',
      'https://courier.example/survey?print=1',
    ]) {
      expect(await facts(head, '', url)).toMatchObject({
        canonicalUrl: 'https://courier.example/survey',
        fullVersion: 'https://courier.example/survey',
      });
    }
  });

  test('of an article in parts name those that follow, and have one canonical address', async () => {
    const pager =
      '<div><a href="?page=2">2</a> <a href="?page=3">3</a> <a href="?page=2">Next</a> <a href="/b?page=4">4</a></div>';
    expect(await facts('', pager, 'https://courier.example/survey')).toMatchObject({
      canonicalUrl: 'https://courier.example/survey',
      nextPages: ['https://courier.example/survey?page=2', 'https://courier.example/survey?page=3'],
    });
    const second = await facts(
      '<link rel="canonical" href="https://courier.example/survey?page=2">',
      pager,
      'https://courier.example/survey?page=2',
    );
    expect(second.canonicalUrl).toBe('https://courier.example/survey');
    const single = await facts(
      '',
      `${pager}<a href="/survey?all=1">View as a single page</a>`,
      'https://courier.example/survey',
    );
    expect(single).toMatchObject({
      nextPages: [],
      fullVersion: 'https://courier.example/survey?all=1',
    });
  });
});

test('the language is as BCP 47 writes it', async () => {
  const html = article('<meta property="og:locale" content="en_gb">', '', '');
  expect(given(await read(html)).language).toBe('en-GB');
  expect(given(await read(article('', '', 'lang="pt_br"'))).language).toBe('pt-BR');
  expect(given(await read(article('', '', 'lang="?"'))).language).toBeNull();
});
