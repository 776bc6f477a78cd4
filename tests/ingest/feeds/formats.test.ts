import { expect, test } from 'vitest';
import { atom, entry, feed, rss } from './feed-given.ts';

const COMMON = {
  title: 'Bridge closed',
  link: 'https://town.example.com/bridge',
  published: '2015-06-22T14:00:00-04:00',
};

test.each([
  [
    'RSS 2.0',
    rss(
      '<title>Bridge closed</title><link>https://town.example.com/bridge</link><guid isPermaLink="false">b-1</guid><pubDate>Mon, 22 Jun 2015 14:00:00 EDT</pubDate>',
    ),
    'b-1',
  ],
  [
    'RSS 0.91, without a namespace and in capitals',
    '<RSS version="0.91"><CHANNEL><TITLE>Town notes</TITLE><ITEM><TITLE>Bridge closed</TITLE><LINK>https://town.example.com/bridge</LINK><PUBDATE>22 Jun 15 14:00 -0400</PUBDATE></ITEM></CHANNEL></RSS>',
    null,
  ],
  [
    'RSS in a namespace of its own',
    '<rss version="2.0" xmlns="http://backend.userland.com/rss2"><channel><item><title>Bridge closed</title><link>https://town.example.com/bridge</link><pubDate>2015-06-22T14:00-04:00</pubDate></item></channel></rss>',
    null,
  ],
  [
    'RSS 1.0',
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:d="http://purl.org/dc/elements/1.1/"><channel><title>Town notes</title></channel><item rdf:about="urn:b-1"><title>Bridge closed</title><link>https://town.example.com/bridge</link><d:date>2015-06-22T14:00:00-04:00</d:date></item></rdf:RDF>',
    'urn:b-1',
  ],
  [
    'Atom 1.0 under a prefix',
    '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:entry><a:id>b-1</a:id><a:title>Bridge closed</a:title><a:link href="https://town.example.com/bridge"/><a:published>2015-06-22T14:00:00-04:00</a:published></a:entry></a:feed>',
    'b-1',
  ],
  [
    'Atom 0.3',
    '<feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry><id>b-1</id><title>Bridge closed</title><link rel="alternate" type="text/html" href="https://town.example.com/bridge"/><issued>2015-06-22T14:00:00-04:00</issued></entry></feed>',
    'b-1',
  ],
  [
    'Atom without its namespace',
    '<feed><entry><id>b-1</id><title>Bridge closed</title><link href="https://town.example.com/bridge"/><published>2015-06-22T14:00:00-04:00</published></entry></feed>',
    'b-1',
  ],
  [
    'an Atom entry alone',
    '<entry xmlns="http://www.w3.org/2005/Atom"><id>b-1</id><title>Bridge closed</title><link href="https://town.example.com/bridge"/><published>2015-06-22T14:00:00-04:00</published></entry>',
    'b-1',
  ],
  [
    'JSON Feed',
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Town notes',
      items: [
        {
          id: 'b-1',
          title: 'Bridge closed',
          url: 'https://town.example.com/bridge',
          date_published: '2015-06-22T14:00:00-04:00',
        },
      ],
    }),
    'b-1',
  ],
])('%s says the same entry', (_, document, id) => {
  const { key, title, link, published, ...read } = entry(document);
  const minutes = published?.replace('14:00-', '14:00:00-');
  expect({ title, link, published: minutes, id: read.id }).toEqual({ ...COMMON, id });
  expect(key).toBe(id ?? link);
});

test('a feed tells its title, site, language and how often it wants to be asked', () => {
  const about = '<language>en-gb</language><ttl>90</ttl>';
  expect(feed(rss('', about))).toMatchObject({
    title: 'Town notes',
    link: 'https://town.example.com/news/',
    language: 'en-gb',
    refreshMinutes: 90,
    isCut: false,
  });
  const twiceDaily =
    '<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>';
  expect(feed(rss('', twiceDaily)).refreshMinutes).toBe(720);
  expect(feed(rss('', '<ttl>soon</ttl>')).refreshMinutes).toBeNull();
  expect(
    feed(
      '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"><title>Notes</title><link rel="self" href="/atom"/><link href="/"/></feed>',
    ),
  ).toMatchObject({ title: 'Notes', link: 'https://feeds.example.com/', language: 'fr' });
});

test.each([
  [
    'text that is escaped',
    rss('<title>Fish &amp; chips &lt;b&gt;again&lt;/b&gt;</title>'),
    'Fish & chips again',
  ],
  ['escaped twice', rss('<title>Fish &amp;amp; chips &amp;#8217;s</title>'), 'Fish & chips ’s'],
  [
    'CDATA',
    rss('<title><![CDATA[  Fish &amp;\n chips <br/>again ]]></title>'),
    'Fish & chips again',
  ],
  [
    'what only looks like markup',
    rss('<title>1 &lt; 2 and List&lt;String&gt;</title>'),
    '1 < 2 and List<String>',
  ],
  [
    'an ampersand by itself',
    rss('<title>R&D at AT&T; &copy; &nosuch;</title>'),
    'R&D at AT&T; © &nosuch;',
  ],
  ['numbers of windows-1252', rss('<title>&#147;quoted&#148;</title>'), '“quoted”'],
  ['markup without escaping', rss('<title>Fish <i>and</i> chips</title>'), 'Fish and chips'],
  [
    'Atom text, which is no markup',
    atom('<title type="text">The &lt;blink> tag</title>'),
    'The <blink> tag',
  ],
  [
    'Atom html',
    atom('<title type="html">Fish &amp;amp; &lt;i>chips&lt;/i></title>'),
    'Fish & chips',
  ],
  [
    'Atom xhtml',
    atom(
      '<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Fish <i>&amp;</i> chips</div></title>',
    ),
    'Fish & chips',
  ],
  [
    'a script in it',
    atom('<title type="html">Fish&lt;script>alert(1)&lt;/script> chips</title>'),
    'Fish chips',
  ],
  ['nothing but space', rss('<title> \n </title>'), null],
])('a title is plain text: %s', (_, document, title) => {
  expect(entry(document).title).toBe(title);
});

test.each([
  [
    'dc:creator',
    '<dc:creator>Jo Lee</dc:creator><dc:creator>Al Day</dc:creator>',
    'Jo Lee, Al Day',
  ],
  ['a name in brackets', '<author>desk@town.example.com (Jo Lee)</author>', 'Jo Lee'],
  ['a name before its address', '<author>Jo Lee &lt;desk@town.example.com&gt;</author>', 'Jo Lee'],
  ['an address alone', '<author>desk@town.example.com</author>', 'desk@town.example.com'],
  ['nobody', '', null],
])('an item’s author: %s', (_, inside, author) => {
  expect(entry(rss(inside)).author).toBe(author);
});

test('an Atom entry without author has that of its source, else that of the feed', () => {
  const of = (name: string) => `<author><name>${name}</name><email>x@example.com</email></author>`;
  expect(entry(atom(of('Jo'), of('Desk'))).author).toBe('Jo');
  expect(entry(atom(`<source>${of('Al')}</source>`, of('Desk'))).author).toBe('Al');
  expect(entry(atom('', of('Desk'))).author).toBe('Desk');
});

const HTML = '<p>Ten &amp; <b>two</b></p>';
const ESCAPED = HTML.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

test.each([
  ['description', rss(`<description>${ESCAPED}</description>`), HTML, null],
  [
    'content beside it',
    rss(`<description>Ten</description><content:encoded><![CDATA[${HTML}]]></content:encoded>`),
    'Ten',
    HTML,
  ],
  [
    'a body of XHTML',
    rss(`<body xmlns="http://www.w3.org/1999/xhtml">${HTML}<br/></body>`),
    null,
    `${HTML}<br>`,
  ],
  [
    'CDATA in pieces',
    rss('<description><![CDATA[Ten &]]><![CDATA[amp; two]]></description>'),
    'Ten &amp; two',
    null,
  ],
  [
    'a script taken out',
    rss(`<description>${ESCAPED}&lt;script>x()&lt;/SCRIPT >&lt;p>End</description>`),
    `${HTML}<p>End`,
    null,
  ],
  ['Atom text', atom('<summary>1 &lt; 2</summary>'), '1 &lt; 2', null],
  ['Atom html', atom(`<content type="html">${ESCAPED}</content>`), null, HTML],
  [
    'Atom xhtml',
    atom(
      `<content type="xhtml"><x:div xmlns:x="http://www.w3.org/1999/xhtml">${HTML.replaceAll('<', '<x:').replaceAll('<x:/', '</x:')}</x:div></content>`,
    ),
    null,
    HTML,
  ],
  [
    'Atom base64',
    atom(
      `<content type="application/octet-stream">${Buffer.from(HTML).toString('base64')}</content>`,
    ),
    null,
    HTML,
  ],
  [
    'Atom base64 that is no text',
    atom('<content type="image/png">iVBORw0KGgoAAAANSUhEUg==</content>'),
    null,
    null,
  ],
  [
    'a media description',
    atom(
      '<media:group xmlns:media="http://search.yahoo.com/mrss/"><media:description>Ten</media:description></media:group>',
    ),
    'Ten',
    null,
  ],
  ['a text that is empty', rss('<description> </description>'), null, null],
])('what an entry says is HTML: %s', (_, document, summary, content) => {
  expect(entry(document)).toMatchObject({ summary, content });
});

test('a JSON Feed’s entry has its page, authors and texts, from either version', () => {
  const item = {
    id: 7,
    external_url: 'https://other.example.com/a',
    summary: '1 < 2',
    content_text: 'One & two.\n\nThree.',
    author: { name: 'Jo Lee' },
    date_modified: '2015-06-22T14:00:00Z',
  };
  const items = [item, { ...item, id: 8, url: 'b', content_html: HTML, author: undefined }];
  const document = {
    version: 'https://jsonfeed.org/version/1',
    home_page_url: 'https://town.example.com/',
    language: 'en',
    authors: [{ name: 'Desk' }, { url: 'https://town.example.com/al' }],
    items,
  };
  const read = feed(JSON.stringify(document));
  expect(read).toMatchObject({ link: 'https://town.example.com/', language: 'en' });
  expect(read.entries).toMatchObject([
    {
      id: '7',
      link: 'https://other.example.com/a',
      author: 'Jo Lee',
      summary: '1 &lt; 2',
      content: 'One &amp; two.\n<br><br>\nThree.',
      updated: '2015-06-22T14:00:00Z',
    },
    {
      link: 'https://town.example.com/b',
      author: 'Desk, https://town.example.com/al',
      content: HTML,
    },
  ]);
});

test('an entry keeps its key while its text changes, and entries of one id on several pages stay apart', () => {
  const keyOf = (inside: string) => entry(rss(inside)).key;
  const dated = '<title>Bridge closed</title><pubDate>22 Jun 2015</pubDate>';
  expect(keyOf(dated)).toBe(keyOf(`${dated}<description>More.</description>`));
  expect(keyOf(dated)).not.toBe(keyOf(dated.replace('22', '23')));
  expect(keyOf('<description>One.</description>')).not.toBe(
    keyOf('<description>Two.</description>'),
  );
  const item = (page: string) => `<guid isPermaLink="false">0</guid><link>/${page}</link>`;
  const { entries } = feed(rss(`${item('a')}</item><item>${item('b')}`));
  expect(new Set(entries.map(({ key }) => key)).size).toBe(2);
});
