import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../corpus/temporary-folder.ts';
import { briefing, objects } from './briefing.ts';
import { FAILED } from './shapes.ts';

const FIRE =
  'A fire in the engine room of a ferry injured nine passengers as it left the harbour of Tellmar. Fireboats put out the flames within an hour.';
const LATER =
  'Nine passengers were hurt when the engine room of a ferry caught fire off the harbour of Tellmar. Fireboats put out the flames.';
const QUOTAS =
  'Cod quotas will fall by a fifth, fisheries ministers decided at their summit after scientists warned of a collapse of the stock.';

const row = (fields: object) => `${JSON.stringify(fields)}\n`;

test('inspect stories names each article’s story in the order given, by the one published first', async () => {
  const input = [
    row({ id: 'undated', title: 'Ferry burns off Tellmar', text: LATER, publishedAt: null }),
    row({ id: 2, title: 'Ferry fire hurts nine', text: LATER, publishedAt: '2031-03-05' }),
    row({ id: 'c', title: 'Cod quotas cut', text: QUOTAS, publishedAt: '2031-03-04' }),
    row({ id: 1, title: 'Fire on ferry injures nine', text: FIRE, publishedAt: '2031-03-04' }),
    row({ id: 'c', title: 'Cod quotas cut', text: QUOTAS, publishedAt: '2031-03-04' }),
  ].join('');
  const { status, out, err } = await briefing(['inspect', 'stories', '--jsonl', '-'], { input });
  expect({ status, err }).toEqual({ status: 0, err: '' });
  expect(objects(out)).toEqual([
    { id: 'undated', story: 1 },
    { id: 2, story: 1 },
    { id: 'c', story: 'c' },
    { id: 1, story: 1 },
    { id: 'c', story: 'c' },
  ]);
});

test('a row that is no article prints its error where it stood, and the rest goes on', async () => {
  const input = `${row({ id: 'a', text: FIRE })}not JSON\n${row({ id: 'b' })}${row({ id: 'd', text: LATER, publishedAt: 'some day' })}`;
  const { status, out, err } = await briefing(['inspect', 'stories', '--jsonl', '-'], { input });
  const [first, second, third, last] = objects(out);
  expect(status).toBe(1);
  expect(first).toEqual({ id: 'a', story: 'a' });
  expect(FAILED.parse(second).error).toContain('Line 2 of standard input is not JSON');
  expect(FAILED.parse(third).id).toBe('b');
  expect(last).toMatchObject({ id: 'd' });
  expect(err).toContain('“some day”');
  expect(err).toContain('2 of 4 failed');
});

test('files are taken as well; without any, what to give is said', async () => {
  const folder = temporaryFolder();
  const one = join(folder, 'one.md');
  const two = join(folder, 'two.md');
  writeFileSync(one, `---\ntitle: Fire on ferry injures nine\ndate: 2031-03-04\n---\n${FIRE}\n`);
  writeFileSync(two, `---\ntitle: Ferry fire hurts nine\ndate: 2031-03-05\n---\n${LATER}\n`);
  const given = await briefing(['inspect', 'stories', two, one]);
  expect(objects(given.out)).toEqual([
    { id: two, story: one },
    { id: one, story: one },
  ]);
  const none = await briefing(['inspect', 'stories']);
  expect(none).toMatchObject({ status: 1, out: '' });
  expect(none.err).toContain('Name a file');
});
