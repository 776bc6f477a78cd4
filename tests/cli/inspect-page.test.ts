import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../corpus/temporary-folder.ts';
import { article, page, sentence } from '../ingest/pages/reading.ts';
import { briefing, objects } from './briefing.ts';
import { briefingHere } from './here.ts';
import { FAILED, INSPECTED_PAGE } from './shapes.ts';

const ARTICLE = article(
  '<meta name="author" content="Ann Writer"><meta name="date" content="2015-06-05">',
);

test('pages are inspected in the agreed shape, zipped or not, bad ones named with the reason, the rest go on', async () => {
  const folder = temporaryFolder();
  const put = (name: string, bytes: string | Uint8Array) => {
    writeFileSync(join(folder, name), bytes);
    return join(folder, name);
  };
  const row = (fields: object) => `${JSON.stringify(fields)}\n`;
  const input = [
    row({ id: 'a', file: put('a.html', ARTICLE), url: 'https://courier.example/a?utm_source=x' }),
    row({ id: 7, file: put('b.html.gz', gzipSync(ARTICLE)), url: null }),
    row({
      id: 'c',
      file: put('c.html', Buffer.concat([Buffer.from(ARTICLE), Buffer.from([0xe2, 0x80, 0xff])])),
      url: 'none::x',
    }),
    row({ id: 'd', file: put('d.html.gz', gzipSync(ARTICLE).subarray(0, 99)) }),
    row({ id: 'e', file: put('e.html.gz', gzipSync(Buffer.alloc(20_000_000, 'x'))) }),
    row({ id: 'f', file: join(folder, 'missing.html') }),
    row({
      id: 'g',
      file: put('g.html', page('<title>Page not found</title>', '<p>Try our search.</p>')),
    }),
    row({ id: 'h', file: put('h.html', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13])) }),
    row({ id: 'i' }),
    'no JSON\n',
    row({ id: 'j', file: put('j.html', article('').replace('Survey of', 'Caf\u00e9 at')) }),
  ].join('');
  const { status, out, err } = await briefing(['inspect', 'page', '--jsonl', '-'], { input });
  const printed = objects(out);
  expect(status).toBe(1);
  expect(err).toBe('7 of 11 failed; their lines say why.\n');
  const failed = printed.flatMap((one) => FAILED.safeParse(one).data ?? []);
  expect(failed.map(({ id }) => id)).toEqual(['d', 'e', 'f', 'g', 'h', 'i', null]);
  expect(failed.map(({ error }) => error)).toEqual([
    expect.stringContaining('damaged'),
    expect.stringContaining('larger than 10 MB'),
    expect.stringContaining('missing.html'),
    expect.stringContaining('not there'),
    expect.stringContaining('not text'),
    expect.stringContaining('Line 9 of standard input: file must be'),
    expect.stringContaining('Line 10 of standard input is not JSON'),
  ]);
  const read = printed.flatMap((one) => INSPECTED_PAGE.safeParse(one).data ?? []);
  expect(read.map(({ id }) => id)).toEqual(['a', 7, 'c', 'j']);
  expect(read[0]).toMatchObject({
    title: 'Survey of the northern quay goes on',
    author: 'Ann Writer',
    publishedAt: '2015-06-05',
    language: 'en',
  });
  for (const { text } of read) expect(text).toContain(sentence(3));
  expect(read[3]?.title).toContain('Café');
});

test('without a page it says how to name one', async () => {
  const { status, out, err } = await briefingHere(['inspect', 'page'], '/nowhere');
  expect({ status, out }).toEqual({ status: 1, out: '' });
  expect(err).toContain('--jsonl -');
});
