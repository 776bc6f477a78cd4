import { expect, test } from 'vitest';
import { parseFeed } from '../../../src/ingest/feeds/parse-feed.ts';
import { isRefusal } from '../../../src/news/refusal.ts';
import { entry, feed, rss } from './feed-given.ts';

const withDoctype = (subset: string, title: string) =>
  `<!DOCTYPE rss [${subset}]>${rss(`<title>${title}</title>`)}`;

test('entities that a feed declares are read, in bounds', () => {
  const subset = '<!-- ] --><!ENTITY who "the council"><!ENTITY both \'&who; &amp; more\'>';
  expect(entry(withDoctype(subset, '&both; &amp; &eacute;')).title).toBe('the council & more & é');
});

test('entities that multiply give out, and the rest of the feed is read', () => {
  const names = 'abcdefghij';
  const levels = [...names].map((name, at) => {
    const value = at === 0 ? 'ha'.repeat(100) : `&${names[at - 1]};`.repeat(100);
    return `<!ENTITY ${name} "${value}">`;
  });
  const { title } = entry(withDoctype(levels.join(''), `One &j; &b; two ${'&b;'.repeat(1000)}`));
  expect(title?.length).toBeLessThan(1_000_000);
  const rings = '<!ENTITY a "&b;&b;"><!ENTITY b "&a;&a;">';
  expect(entry(withDoctype(rings, 'One &a; two')).title).toBe('One two');
});

test('entities of other files are never loaded', () => {
  const subset =
    '<!ENTITY file SYSTEM "file:///etc/passwd"><!ENTITY % p SYSTEM "http://127.0.0.1:9/x.dtd">%p;';
  expect(entry(withDoctype(subset, 'One &file;')).title).toBe('One &file;');
});

const LONG = 100_000;

test.each([
  ['elements inside elements', '<a>'.repeat(LONG)],
  ['elements inside elements, closed', '<a>'.repeat(LONG) + '</a>'.repeat(LONG)],
  ['elements of namespaces of their own', '<a xmlns:b="c" xmlns="d">'.repeat(LONG)],
  ['attributes without end', `<a ${'b="c" '.repeat(LONG)}/>`],
  [
    'attributes of many names',
    `<a ${Array.from({ length: LONG }, (_, at) => `b${at}=c`).join(' ')}/>`,
  ],
  [
    'prefixes without end',
    `<a ${Array.from({ length: LONG }, (_, at) => `xmlns:b${at}="c"`).join(' ')}/>`,
  ],
  ['comments that never end', '<!--'.repeat(LONG)],
  ['instructions that never end', '<?a '.repeat(LONG)],
  ['declarations that never end', '<!DOCTYPE a '.repeat(LONG)],
  ['declarations of nothing', '<!DOCTYPE a>'.repeat(LONG)],
  ['quotes that never end', '<a b="'.repeat(LONG)],
  ['quotes and tags', '<a b="<c>"d\''.repeat(LONG)],
  ['ampersands', '&a'.repeat(LONG)],
  ['brackets', '<'.repeat(LONG)],
  ['end tags of nothing', '</a'.repeat(LONG)],
  ['scripts that never end', `<description>${'&lt;script>'.repeat(LONG)}</description>`],
  ['styles and scripts', `<description>${'&lt;style>a&lt;script>'.repeat(LONG)}</description>`],
  ['tags in a title', `<title>${'&lt;b '.repeat(LONG)}</title>`],
  ['entries inside entries', '<item>'.repeat(LONG)],
  ['dates without end', `<pubDate>${'1 '.repeat(LONG)}</pubDate>`],
  ['an author without end', `<author>${'a@b ('.repeat(LONG)}</author>`],
])('a feed full of %s leaves what stood before whole', (_, hostile) => {
  const document = `<rss><channel><item><title>One</title></item><item>${hostile}</item></channel></rss>`;
  expect(feed(document).entries[0]?.title).toBe('One');
});

test('brackets of JSON without end are not followed down', () => {
  for (const text of ['['.repeat(LONG), '{"a":'.repeat(LONG)]) {
    expect(isRefusal(parseFeed(Buffer.from(text), null, null))).toBe(true);
  }
  for (const text of ['{"items":['.repeat(LONG), '{"items":["'.repeat(LONG)]) {
    expect(feed(text)).toMatchObject({ entries: [], isCut: true });
  }
});

test.each([
  ['', /is empty/, /later/],
  [' \n\ufeff', /is empty/, /later/],
  [
    '<!DOCTYPE html><html><head><title>News</title></head><body><p>x</body></html>',
    /is a web page/,
    /address of a feed/,
  ],
  ['<html><rss-like></html>', /is a web page/, /address of a feed/],
  [
    '<html><body><svg><metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description/></rdf:RDF></metadata></svg><channel/></body></html>',
    /is a web page/,
    /address of a feed/,
  ],
  ['{"error": "not found"}', /is JSON, but no JSON Feed/, /RSS, Atom or JSON/],
  ['[1, 2]', /is JSON, but no JSON Feed/, /RSS, Atom or JSON/],
  ['<opml version="2.0"><body/></opml>', /a list of feeds \(OPML\)/, /feeds import/],
  ['<?xml version="1.0"?><urlset/>', /is XML, but no feed/, /RSS, Atom or JSON/],
  ['Service unavailable', /is no feed/, /RSS, Atom or JSON/],
])('%j is refused with what it is and what to do', (text, refused, next) => {
  const read = parseFeed(Buffer.from(text), 'application/rss+xml', 'https://x.example/feed');
  expect(read).toEqual({
    refused: expect.stringMatching(refused),
    next: expect.stringMatching(next),
  });
  expect(read).toHaveProperty('refused', expect.stringContaining('https://x.example/feed'));
});

test('a feed larger than allowed is refused unread', () => {
  expect(parseFeed(Buffer.alloc(50_000_001, ' '), null, null)).toMatchObject({
    refused: expect.stringContaining('50 MB'),
  });
});
