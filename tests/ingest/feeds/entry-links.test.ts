import { expect, test } from 'vitest';
import { atom, entry, rss } from './feed-given.ts';

test.each([
  [
    'its own link',
    '<link>/a</link><guid>https://town.example.com/g</guid>',
    'https://feeds.example.com/a',
    '',
  ],
  [
    'relative to the site',
    '<link>a</link>',
    'https://town.example.com/news/a',
    '<link>https://town.example.com/news/</link>',
  ],
  [
    'relative to xml:base',
    '<link xml:base="https://other.example.com/x/">a</link>',
    'https://other.example.com/x/a',
    '',
  ],
  ['a permanent guid', '<guid>https://town.example.com/g</guid>', 'https://town.example.com/g', ''],
  ['no permanent guid', '<guid isPermaLink="false">https://town.example.com/g</guid>', null, ''],
  ['a guid that is no address', '<guid>12345</guid>', null, ''],
  [
    'an Atom link',
    '<atom:link rel="self" href="/self"/><atom:link rel="alternate" href="/a"/>',
    'https://feeds.example.com/a',
    '',
  ],
  [
    'an enclosure, with nothing else',
    '<enclosure url="/a.mp3" type="audio/mpeg"/>',
    'https://feeds.example.com/a.mp3',
    '',
  ],
  [
    'an enclosure beside a link',
    '<enclosure url="/a.mp3"/><link>/a</link>',
    'https://feeds.example.com/a',
    '',
  ],
  [
    'the original behind a counter',
    '<link>https://count.example.com/1</link><feedburner:origLink>https://town.example.com/a</feedburner:origLink>',
    'https://town.example.com/a',
    '',
  ],
  [
    'space and line breaks around it',
    '<link>\n https://town.example.com/a?b=1&c=2 \n</link>',
    'https://town.example.com/a?b=1&c=2',
    '',
  ],
  ['no address of the web', '<link>javascript:alert(1)</link>', null, ''],
])('an item leads to %s', (_, inside, link, channel) => {
  const document = rss(inside).replace('<link>https://town.example.com/news/</link>', channel);
  expect(entry(document).link).toBe(link);
});

test('an Atom entry leads to its page, by xml:base, rather than to other formats of it', () => {
  const links =
    '<link rel="enclosure" href="a.mp3"/><link rel="alternate" type="application/pdf" href="a.pdf"/><link href="a.html" type="text/html"/>';
  const document = atom(links).replace('<entry>', '<entry xml:base="/2015/">');
  expect(entry(document).link).toBe('https://feeds.example.com/2015/a.html');
});

test.each([
  [
    'a relation as its address in the registry',
    'http://www.iana.org/assignments/relation/alternate',
  ],
  ['a relation in capitals', ' Alternate '],
])('an Atom entry leads to its page by %s', (_, relation) => {
  const links = `<link rel="enclosure" href="/a.mp3"/><link rel="${relation}" href="/a"/>`;
  expect(entry(atom(links)).link).toBe('https://feeds.example.com/a');
});

test.each([
  ['https://town.example.com/a', 'https://town.example.com/a'],
  ['urn:a', null],
])('an item of RSS 1.0 without a link is about %s', (about, link) => {
  const document = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel/><item rdf:about="${about}"><title>One</title></item></rdf:RDF>`;
  expect(entry(document)).toMatchObject({ id: about, link });
});
