import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseFeed } from '../../../src/ingest/feeds/parse-feed.ts';
import { atom, entry, feed, rss } from './feed-given.ts';

const titles = (document: string) => feed(document).entries.map(({ title }) => title);

test.each([
  ['blank lines before the declaration', `\n\n \ufeff${rss('<title>One</title>')}`],
  [
    'a server’s warning before it',
    `<br />\n<b>Warning</b>: no such file in <b>x</b> on line 3<br />\n${rss('<title>One</title>')}`,
  ],
  ['a server’s notice that is never closed', `<div><p>Notice: ${rss('<title>One</title>')}`],
  [
    'something after its end',
    `${rss('<title>One</title>')}<!-- cached --><script>x</script></html>`,
  ],
  ['a misspelt end tag', rss('<title>One</titel><link>/a</link>')],
  ['an end tag that is missing', rss('<title>One<link>/a</link>')],
  ['an item that is never closed', rss('<title>One</title>').replace('</item>', '')],
  [
    'end tags in the wrong order',
    rss('<title>One</title><description><p>a<b>b</p>c</description></b>'),
  ],
  ['end tags of nothing', rss('</p></div><title>One</title></link>')],
  ['a prefix that nobody declared', rss('<title>One</title><foo:bar>x</foo:bar>')],
  ['an attribute without quotes', rss('<title lang=en>One</title>')],
  ['an attribute without its last quote', rss('<title lang="en>One</title><link>/a</link>')],
  ['a tag without its last bracket', rss('<title>One</title><category<link>/a</link>')],
  ['characters that XML forbids', rss('<title>O\0n\x08e\x1b</title>')],
  ['a comment that is never closed', rss('<title>One</title><!-- <link>/a</link>')],
])('an entry is read in spite of %s', (_, document) => {
  expect(titles(document)).toEqual(['One']);
});

test('markup pasted into a description without escaping is kept, what follows it too', () => {
  const inside =
    '<description><p>One<br>two <img src="a.png">three</p></description><link>/a</link>';
  expect(entry(rss(inside))).toMatchObject({
    summary: '<p>One<br>two <img src="a.png">three</p>',
    link: 'https://town.example.com/a',
  });
});

test('an entry begins where the last one was left open', () => {
  const document = rss(
    '<title>One</title><item><title>Two</title></item><item><title>Three</title>',
  );
  expect(titles(document)).toEqual(['One', 'Two', 'Three']);
});

test('items count wherever they stand: in the channel, beside it, both', () => {
  const document =
    '<rss><channel><title>Notes</title><item><title>One</title></item></channel><item><title>Two</title></item></rss>';
  expect(titles(document)).toEqual(['One', 'Two']);
});

test('an address in an attribute with brackets in quotes is whole', () => {
  const document = atom('<title a="x > y">One</title><link title="a<b>c" href="/a"/>');
  expect(entry(document)).toMatchObject({ title: 'One', link: 'https://feeds.example.com/a' });
});

const ENTRIES = 6;
const GOOD: readonly (readonly [string, (n: number) => string, string, string])[] = [
  [
    'RSS',
    (n) =>
      `<item><title>Entry ${n}</title><guid>${n}</guid><description><![CDATA[<p>Text & more ${n}</p>]]></description></item>`,
    '<?xml version="1.0"?><rss version="2.0"><channel><title>Notes</title>',
    '</channel></rss>',
  ],
  [
    'RDF',
    (n) => `<item rdf:about="${n}"><title>Entry ${n}</title></item>`,
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><channel><title>Notes</title></channel>',
    '</rdf:RDF>',
  ],
  [
    'Atom',
    (n) =>
      `<entry><title>Entry ${n}</title><id>${n}</id><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p a="b">Text &amp; more</p></div></content></entry>`,
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>Notes</title>',
    '</feed>',
  ],
  [
    'JSON Feed',
    (n) =>
      `${n === 0 ? '' : ','}{"id":"${n}","title":"Entry ${n}","tags":["a]}"],"author":{"name":"x"}}`,
    '{"version":"https://jsonfeed.org/version/1","title":"Notes","items":[',
    '],"authors":[{"name":"Desk"}]}',
  ],
];

test.each(GOOD)(
  '%s cut anywhere keeps every entry that was whole before the cut',
  (_, item, head, tail) => {
    const items = Array.from({ length: ENTRIES }, (__, n) => item(n));
    const whole = head + items.join('') + tail;
    expect(feed(whole)).toMatchObject({ isCut: false, entries: { length: ENTRIES } });
    fc.assert(
      fc.property(fc.integer({ min: head.length, max: whole.length - 1 }), (cut) => {
        let end = head.length;
        const complete = items.filter((text) => {
          end += text.length;
          return end <= cut;
        });
        const read = feed(whole.slice(0, cut));
        const expected = complete.map((__, n) => `Entry ${n}`);
        expect(read.entries.map(({ title }) => title)).toEqual(expected);
        expect(read.isCut).toBe(true);
      }),
    );
  },
);

test('any bytes are read or refused, and never thrown at', () => {
  const piece = fc.constantFrom(
    ...'<rss>|<channel>|<item>|</item>|<title>|</title>|<link|<feed xmlns="http://www.w3.org/2005/Atom">|<entry>|<content type="xhtml">|<![CDATA[|]]>|<!--|-->|<!DOCTYPE x [|<!ENTITY a "b&a;">|]>|&a;|&amp;|&#x|&#0;|"|\'|<|>|/|=| xmlns:a="b"| xml:base="::"|<br>|{"items":[|{"id":1}|]}|\0|\ud800|é'.split(
      '|',
    ),
  );
  const text = fc.array(piece, { maxLength: 40 }).map((all) => Buffer.from(all.join('')));
  const anything = fc.oneof(text, fc.uint8Array({ maxLength: 300 }));
  const label = fc.option(
    fc.constantFrom('text/xml; charset=utf-16', 'a/b;charset=big5', 'charset=nosuch', ''),
  );
  fc.assert(
    fc.property(anything, label, (bytes, contentType) => {
      parseFeed(bytes, contentType, null);
    }),
    { numRuns: 1000 },
  );
});
