import fc from 'fast-check';
import { expect, test } from 'vitest';
import { entryText } from '../../../src/ingest/feeds/entry-text.ts';
import { isTeaser } from '../../../src/ingest/feeds/teaser.ts';

test.each([
  ['<p>One &amp; two.</p>\n<p>Three</p>', 'One & two.\n\nThree'],
  ['One<br><br/>two<br>three', 'One\n\ntwo three'],
  ['<div>One<div>two</div>three</div>', 'One\n\ntwo\n\nthree'],
  ['<ul><li>One<li>two</ul>', 'One\n\ntwo'],
  ['Plain text\nover lines &lt;b>', 'Plain text over lines <b>'],
  ['<p>One</p><script>x("</p>")</script><style>p{}</style><p>two</p>', 'One\n\ntwo'],
  ['<p>One<img src="https://t.example/p.gif" width="1" alt="x"></p><iframe>x</iframe>', 'One'],
  ['<figure><img src="a"><figcaption>The bridge.</figcaption></figure><p>One</p>', 'One'],
  [
    '<p>One</p><p>The post <a href="/a">Bridge</a> first appeared on <a href="/">Town</a>.</p>',
    'One',
  ],
  ['<p>One</p><p>The post Bridge appeared first on Town.</p><p>Permalink</p>', 'One'],
  ['<p>One</p><p><a href="/a">Continue reading <span>“Bridge”</span> →</a></p>', 'One'],
  ['<p>One</p><p><a href="/a">Read more »</a></p>', 'One'],
  ['<p>One</p><p>Read the full story</p><p>…</p>', 'One'],
  [
    '<p>The post first appeared on Monday.</p><p>One</p>',
    'The post first appeared on Monday.\n\nOne',
  ],
  ['<p>Reading the report took hours.</p>', 'Reading the report took hours.'],
  ['<p>One</p><p>Read more: Bridge closed, again</p>', 'One'],
  ['<p>One</p><p>Read more at town.example.com.</p>', 'One'],
  ['<p>One</p><p>Click here to read the rest.</p>', 'One'],
  [
    '<p>View the whole of it as a loss, the council said.</p>',
    'View the whole of it as a loss, the council said.',
  ],
  ['<p>Sources close to the council said no.</p>', 'Sources close to the council said no.'],
  ['', ''],
  ['<img src="a">', ''],
])('%j reads as paragraphs', (html, text) => {
  expect(entryText(html)).toBe(text);
});

test('an entry’s text is bounded work whatever its markup', () => {
  for (const piece of [
    '<div>',
    '<a>',
    '<p',
    '<br>',
    '<script>',
    '<!--',
    '&amp',
    '<a b="',
    'the post ',
    ' \n',
  ]) {
    entryText(piece.repeat(100_000));
  }
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('<p>', '</p>', '<br>', 'a', ' ', '\n', '<script>', '&', '<'), {
        maxLength: 30,
      }),
      (all) => {
        expect(entryText(all.join(''))).not.toMatch(/\n{3}|^\s|\s$| {2}/);
      },
    ),
  );
});

const LINK = 'https://town.example.com/a';
const words = (count: number) =>
  `<p>${'The council voted on it. '.repeat(Math.ceil(count / 5))}</p>`;

test.each([
  ['nothing', null, null, true],
  ['a short summary', words(40), null, true],
  ['a summary of an article’s length', words(400), null, false],
  ['full content beside a summary', words(40), words(300), false],
  ['content of a few words', words(40), words(40), true],
  ['content that only repeats a summary', words(150), words(150), true],
  ['content that is broken off', words(40), `${words(150)}<p>It then […]</p>`, true],
  ['content broken off in dots', null, `${words(150)}<p>It then&#8230;</p>`, true],
  ['content that asks to go on', null, `${words(500)}<a href="/a">Continue reading →</a>`, true],
  [
    'content that ends in a link to the whole',
    null,
    `${words(500)}<a href="/a">Read the full story</a>`,
    true,
  ],
  ['a long text that ends in dots', null, `${words(500)}<p>“I do not know...”</p>`, false],
  ['only a picture', null, '<img src="a.png">', true],
  ['an article in a script without spaces', null, `<p>${'橋は閉じた。'.repeat(200)}</p>`, false],
  ['a few words in a script without spaces', null, `<p>${'橋は閉じた。'.repeat(5)}</p>`, true],
  ['an article in Thai', null, `<p>${'สะพานปิดแล้ว'.repeat(100)}</p>`, false],
])('%s', (_, summary, content, expected) => {
  const text = entryText(content ?? summary ?? '');
  expect(isTeaser({ link: LINK, summary, content }, text)).toBe(expected);
  expect(isTeaser({ link: null, summary, content }, text)).toBe(false);
});
