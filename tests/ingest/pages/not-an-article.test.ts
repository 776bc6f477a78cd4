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
const DATED_TEASERS = Array.from(
  { length: 20 },
  (_, n) =>
    `<div><h3><a href="/a/${n}">Survey of quay ${n} goes on</a></h3><p>${sentence(n)}</p><p>By Ann Writer, <time datetime="2026-03-${10 + n}">March ${10 + n}</time></p></div>`,
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
  [
    'bot-check',
    '<title>courier.example</title>',
    '<p>Please enable JS, and disable any ad blocker.</p>',
  ],
  [
    'bot-check',
    '<title>Sorry</title>',
    '<h1>Your request to courier.example has been blocked.</h1><p>The owner of these pages wants few visitors from your network.</p><p>Ask the owner, and tell the number 1234, where that seems wrong to you.</p>',
  ],
  [
    'bot-check',
    '',
    '<p>You will be connected to courier.example shortly.</p><p>Learn about our shield</p>',
  ],
  [
    'consent',
    '<title>Before you continue</title>',
    '<p>We use cookies</p><ul><li>To count visits</li><li>To keep you safe</li></ul><p>With “accept all” we use them for advertising, too.</p>',
  ],
  [
    'missing',
    '<title>The Courier</title>',
    '<h1>Oops</h1><p>We cannot find the page you asked us for, alas.</p><p>Go home or try again with other words, or write to us about it.</p>',
  ],
  ['paywall', '', `${STUB}<p>Subscribe to continue reading.</p></article>`],
  [
    'paywall',
    '',
    `${STUB}<div class="paywall"><h2>This story is for paying members only</h2></div></article>`,
  ],
  ['paywall', '', `${STUB}<p>Four fifths of this article left to read.</p></article>`],
  [
    'paywall',
    linkedData({ '@type': 'NewsArticle', headline: 'Survey goes on', isAccessibleForFree: false }),
    `${STUB}</article>`,
  ],
  ['list', '<title>Harbour news</title>', TEASERS],
  ['list', linkedData({ '@type': 'CollectionPage' }), TEASERS],
  ['list', '<title>Harbour news</title>', DATED_TEASERS],
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
  [
    'of what was removed',
    '<title>Statue has been removed</title>',
    'The statue has been removed from the square, and the post of its keeper no longer exists.',
  ],
  [
    'of consent',
    '<title>Board asks for consent</title>',
    'Without the consent of both towns we build no bridge, our engineers said, for consent is what the law asks for.',
  ],
  [
    'of a fine for cookies',
    '<title>Shop fined over cookies</title>',
    'The regulator fined the shop for personal data that it kept, and for cookies without a question.',
  ],
  [
    'of humans',
    '<title>Access denied, say divers</title>',
    'Divers checked the wreck for human remains after unusual activity from below, and were told to go.',
  ],
  [
    'that leads elsewhere',
    '<title>In short</title>',
    `${sentence(3)}</p><p>Read the full story in the Courier.</p><p>Sign up to get the latest news.`,
  ],
])('a brief %s is read', async (_, head, text) => {
  const declared = '<meta property="og:type" content="article">';
  const brief = page(`${declared}${head}`, `<article><h1>Harbour</h1><p>${text}</p></article>`);
  expect(given(await read(brief, 'https://courier.example/a')).text).not.toBe('');
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
