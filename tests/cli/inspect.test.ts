import { mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../corpus/temporary-folder.ts';
import { briefing, objects } from './briefing.ts';
import { briefingHere } from './here.ts';
import { FAILED, INSPECTED, INSPECTED_FILE } from './shapes.ts';

const TEXT =
  'OPM spokesman Sam Schumach said on Monday that “we are writing to 4.2 million people.”\n\nHe said more would follow on June 30.';

const row = (fields: object) => `${JSON.stringify(fields)}\n`;

test('inspect prints a line for each line, in the agreed shape, with offsets into the text given', async () => {
  const odd = `\u{1f4f0} Über \u2028 ${TEXT}`;
  const input = [
    row({ id: 'a', title: null, text: TEXT, publishedAt: '2015-06-22' }),
    row({ id: 7, title: '', text: odd, publishedAt: '2014-04-25 17:53:00-04:00' }),
    '\n',
    row({ id: 'c', text: '' }),
    JSON.stringify({ id: 'd', text: TEXT, publishedAt: '' }),
  ].join('');
  const { status, out, err } = await briefing(['inspect', 'article', '--jsonl', '-'], { input });
  const read = objects(out).map((one) => INSPECTED.parse(one));
  expect({ status, err }).toEqual({ status: 0, err: '' });
  expect(read.map(({ id }) => id)).toEqual(['a', 7, 'c', 'd']);
  for (const [given, { sentences, ...found }] of [TEXT, odd, '', TEXT].map(
    (text, at) => [text, read[at] ?? expect.fail()] as const,
  )) {
    const { statements, events, dates, figures } = found;
    for (const { start, end, text } of [...statements, ...events, ...dates, ...figures]) {
      expect(given.slice(start, end)).toBe(text);
    }
    expect(sentences.length > 0).toBe(given !== '');
  }
  expect(read[0]?.statements[0]).toMatchObject({ speaker: 'Sam Schumach', standing: 'on-record' });
  expect(read[0]?.dates).toContainEqual(
    expect.objectContaining({ text: 'June 30', value: '2015-06-30' }),
  );
  expect(read[1]?.dates).toContainEqual(expect.objectContaining({ value: '2014-06-30' }));
  expect(read[2]?.statements).toEqual([]);
});

test('a line that is no article prints its error, and the rest goes on', async () => {
  const input = Buffer.concat([
    Buffer.from('{"id": "a", "text": \n'),
    Buffer.from('[1]\n'),
    Buffer.from(row({ id: 'b' })),
    Buffer.from(row({ text: TEXT })),
    Buffer.from([0x22, 0xff, 0xfe, 0x0a]),
    Buffer.alloc(10_000_001, 'x'),
    Buffer.from('\n'),
    Buffer.from(row({ id: 'c', text: TEXT, publishedAt: '2015-02-30' })),
  ]);
  const { status, out, err } = await briefing(['inspect', 'article', '--jsonl', '-'], { input });
  const printed = objects(out);
  const errors = printed.slice(0, 6).map((one) => FAILED.parse(one));
  expect(status).toBe(1);
  expect(errors.map(({ id }) => id)).toEqual([null, null, 'b', null, null, null]);
  expect(errors.map(({ error }) => error)).toEqual([
    expect.stringMatching(/^Line 1 of standard input is not JSON\. Give /),
    expect.stringContaining('Line 2'),
    expect.stringMatching(/^Line 3 of standard input: text must be text/),
    expect.stringMatching(/^Line 4 of standard input: id must be/),
    expect.stringContaining('Line 5 of standard input is not UTF-8'),
    expect.stringContaining('Line 6 of standard input is longer than 10 MB'),
  ]);
  // A date that is none costs the article its date, and is told.
  expect(INSPECTED.parse(printed[6]).id).toBe('c');
  expect(err).toContain('“2015-02-30”');
  expect(err).toContain('6 of 7 failed');
});

test('files are inspected with their text, bad ones named with the reason', async () => {
  const folder = temporaryFolder();
  const put = (name: string, bytes: string | Uint8Array) =>
    writeFileSync(join(folder, name), bytes);
  put('good.md', `---\ntitle: A notice\ndate: 2015-06-22\n---\n${TEXT}\n`);
  put('rows.jsonl', row({ id: 'in a file', text: TEXT }));
  put('empty.txt', '');
  put('binary.txt', new Uint8Array([0, 1, 2, 3, 255]));
  put('koi8.txt', new Uint8Array(Array.from({ length: 200 }, (_, at) => 0xc0 + (at % 32))));
  put('broken.md', '---\ntitle: a: b: c\n---\nText.\n');
  put('impossible.md', '---\ndate: 2015-02-30\n---\nText.\n');
  put('huge.txt', '');
  truncateSync(join(folder, 'huge.txt'), 50_000_000);
  mkdirSync(join(folder, 'none'));
  const args = ['inspect', 'article', folder, join(folder, 'missing.txt')];
  const { status, out, err } = await briefing(args);
  const printed = objects(out);
  expect(status).toBe(1);
  const failed = printed.flatMap((one) => FAILED.safeParse(one).data ?? []);
  expect(failed.map(({ id }) => String(id).slice(folder.length + 1))).toEqual([
    'binary.txt',
    'broken.md',
    'empty.txt',
    'huge.txt',
    'impossible.md',
    'koi8.txt',
    'missing.txt',
  ]);
  for (const { id, error } of failed) expect(error).toContain(String(id));
  const file = printed.flatMap((one) => INSPECTED_FILE.safeParse(one).data ?? [])[0];
  expect(file?.id).toBe(join(folder, 'good.md'));
  for (const { start, end, text } of file?.statements ?? []) {
    expect(file?.text.slice(start, end)).toBe(text);
  }
  expect(printed.flatMap((one) => INSPECTED.safeParse(one).data ?? []).map(({ id }) => id)).toEqual(
    ['in a file'],
  );
  expect(err).toBe('7 of 9 failed; their lines say why.\n');
});

test('a reader that stops early ends it quietly, whatever is left to read', async () => {
  const many = row({ id: 'a', text: TEXT.repeat(20) }).repeat(3_000);
  const args = ['inspect', 'article', '--jsonl', '-'];
  const { status, out, err } = await briefing(args, { input: many, readsLittle: true });
  expect({ status, err }).toEqual({ status: 0, err: '' });
  expect(out.length).toBeLessThan(1_000_000);
});

test('without an article it says how to name one', async () => {
  const { status, out, err } = await briefingHere(['inspect', 'article'], '/nowhere');
  expect({ status, out }).toEqual({ status: 1, out: '' });
  expect(err).toContain('--jsonl -');
});
