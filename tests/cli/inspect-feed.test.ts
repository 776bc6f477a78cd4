import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../corpus/temporary-folder.ts';
import { briefing, objects } from './briefing.ts';

const FEED = Buffer.from(
  '<rss version="2.0"><channel><title>Town notes</title><link>https://town.example.com/</link><item><guid isPermaLink="false">b-1</guid><title>Caf\xe9</title><link>/a</link><author>desk@town.example.com (Jo Lee)</author><pubDate>Mon, 22 Jun 2015 14:00:00 EDT</pubDate><description>Short.</description></item></channel></rss>',
  'latin1',
);
const READ = {
  feed: { title: 'Town notes', link: 'https://town.example.com/' },
  entries: [
    {
      id: 'b-1',
      title: 'Café',
      link: 'https://town.example.com/a',
      author: 'Jo Lee',
      published: '2015-06-22T14:00:00-04:00',
      updated: null,
      summary: 'Short.',
      content: null,
    },
  ],
};

test('inspect feed prints what each feed says, and of a bad one why; the rest goes on', async () => {
  const folder = temporaryFolder();
  const put = (name: string, bytes: string | Uint8Array) => {
    writeFileSync(join(folder, name), bytes);
    return join(folder, name);
  };
  const good = put('good.xml', FEED);
  const zipped = put('good.xml.gz', gzipSync(FEED));
  const page = put('page.html', '<!doctype html><html><body>News</body></html>');
  const damaged = put('damaged.gz', gzipSync(FEED).subarray(0, 60));
  const missing = join(folder, 'missing.xml');
  const rows = [
    { id: 1, file: zipped, contentType: 'application/rss+xml; charset=iso-8859-1' },
    { id: 'page', file: page, contentType: null },
    { id: 'no file' },
    {
      id: 'relative',
      file: put('relative.json', '{"items":[{"id":"x","url":"a"}]}'),
      url: 'https://town.example.com/feed/',
    },
  ];
  const input = rows.map((row) => `${JSON.stringify(row)}\n`).join('');
  const args = ['inspect', 'feed', good, damaged, missing, '--jsonl', '-'];
  const { status, out, err } = await briefing(args, { input });
  expect(status).toBe(1);
  const error = (pattern: RegExp) => expect.stringMatching(pattern);
  expect(objects(out)).toEqual([
    { id: good, ...READ },
    { id: damaged, error: error(/damaged\.gz is a damaged \.gz file/) },
    { id: missing, error: error(/There is no file .*missing\.xml\. Check/) },
    { id: 1, ...READ },
    { id: 'page', error: error(/page\.html is a web page, not a feed\. Give the address/) },
    { id: 'no file', error: error(/Line 3 of standard input: file must be/) },
    {
      id: 'relative',
      feed: { title: null, link: null },
      entries: [expect.objectContaining({ link: 'https://town.example.com/feed/a' })],
    },
  ]);
  expect(err).toBe('4 of 7 failed; their lines say why.\n');
});

test('without anything to inspect it says what to give', async () => {
  const { status, out, err } = await briefing(['inspect', 'feed']);
  expect({ status, out }).toEqual({ status: 1, out: '' });
  expect(err).toBe('No feed was named. Name a file, or give --jsonl - to read JSON lines.\n');
});
