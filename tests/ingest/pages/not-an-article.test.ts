import { afterAll, expect, test } from 'vitest';
import { isNotAnArticle } from '../../../src/ingest/pages/not-an-article.ts';
import { given } from '../../corpus/given.ts';
import { article, linkedData, page, prose, read, sentence, stopReading } from './reading.ts';

afterAll(stopReading);

const FEED = '<link rel="alternate" type="application/rss+xml" title="All" href="/feed">';
const TEASERS = Array.from(
  { length: 40 },
  (_, n) =>
    `<div><h3><a href="/a/${n}">The survey of quay number ${n} goes on and on</a></h3><p>A short line.</p></div>`,
).join('');
const STUB = `<article><h1>Survey goes on</h1><p>${sentence(1)}</p>`;

test.each([
  ['bot-check', '<title>Just a moment...</title>', '<h1>courier.example</h1><p>Please wait.</p>'],
  [
    'bot-check',
    '<title>courier.example</title>',
    '<p>Please enable JavaScript and cookies to continue.</p>',
  ],
  ['bot-check', '', '<p>Verify that you are human by completing the action below.</p>'],
  [
    'consent',
    '<title>The Courier</title>',
    '<h1>We value your privacy</h1><p>We and our 842 partners store cookies and process personal data with your consent.</p><p>You may accept all or reject all cookies in our privacy settings.</p>',
  ],
  ['missing', '<title>Page not found | The Courier</title>', '<p>Try our search.</p>'],
  [
    'missing',
    '<title>The Courier</title>',
    '<h1>Sorry</h1><p>The page you are looking for no longer exists.</p>',
  ],
  ['paywall', '', `${STUB}<p>Subscribe to continue reading.</p></article>`],
  [
    'paywall',
    linkedData({ '@type': 'NewsArticle', headline: 'Survey goes on', isAccessibleForFree: false }),
    `${STUB}</article>`,
  ],
  ['list', '<title>Harbour news</title>', TEASERS],
  ['list', linkedData({ '@type': 'CollectionPage' }), TEASERS],
])(
  '%s is refused with its kind, its name, a next step and the feeds it names (%#)',
  async (kind, head, body) => {
    const found = await read(page(`${FEED}${head}`, body), 'https://courier.example/a');
    expect(found).toMatchObject({
      kind,
      refused: expect.stringContaining('page.html'),
      next: expect.any(String),
      feeds: [{ url: 'https://courier.example/feed', title: 'All' }],
    });
    expect(isNotAnArticle(found)).toBe(true);
  },
);

test('the front of a site is a list, and the next step names its feed', async () => {
  expect(await read(page(FEED, TEASERS), 'https://courier.example/')).toMatchObject({
    kind: 'list',
    next: expect.stringContaining('https://courier.example/feed'),
  });
});

test.each([
  ['a banner about cookies', `<div>This site uses cookies. Accept all.</div>${prose()}`],
  ['a call to subscribe', `${prose()}<p>Subscribe to continue reading more like this.</p>`],
  ['much to follow beside it', `${prose()}<div>${TEASERS}</div>`],
  ['words on missing pages', `<h1>Why “page not found” is everywhere</h1>${prose()}`],
  [
    'a warning for those without scripts',
    `<noscript>Please enable JavaScript.</noscript>${prose()}`,
  ],
])('an article with %s is read', async (_, body) => {
  const found = given(
    await read(page('', `<article>${body}</article>`), 'https://courier.example/a'),
  );
  expect(found.text).toContain(sentence(2));
});

test('a short article that says when it was written is no list, however many links surround it', async () => {
  const short = page(
    '<meta name="author" content="Ann Writer">',
    `<article><h1>Cat found</h1><p>${sentence(1)}</p></article><nav>${TEASERS}</nav>`,
  );
  expect(given(await read(short, 'https://courier.example/a')).text).toBe(sentence(1));
  expect(given(await read(article(''), 'https://courier.example/')).text).toContain(sentence(1));
});
