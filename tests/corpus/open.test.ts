import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openCorpus, readCorpus } from '../../src/corpus/open.ts';
import { FULL } from '../../src/corpus/shard.ts';
import { given } from './given.ts';
import { article } from './new-article.ts';
import { subscription } from './new-subscription.ts';
import { temporaryFolder } from './temporary-folder.ts';

const NOW = new Date('2026-03-04T05:06:07Z');

describe('adding', () => {
  test('files an article by its day, an undated one by the day it came in, revisions with the first', async () => {
    const folder = temporaryFolder();
    const corpus = given(await openCorpus(folder, () => NOW));
    const a = article({ id: 'a', publishedAt: '2015-06-22T23:30:00-04:00' });
    await corpus.add([a, article({ id: 'b' })]);
    await corpus.add([{ ...a, publishedAt: '2015-07-01' }]);
    await corpus.close();
    expect(readdirSync(join(folder, 'articles')).sort()).toEqual([
      '2015-06-22.json',
      '2026-03-04.json',
    ]);
    const again = given(await openCorpus(folder));
    expect(await again.article('a')).toMatchObject({ publishedAt: '2015-07-01', revision: 2 });
    await again.close();
  });

  test('rewrites no other day, and starts a new file where a day has many articles', async () => {
    const folder = temporaryFolder();
    const corpus = given(await openCorpus(folder));
    await corpus.add([article({ id: 'other', publishedAt: '2015-06-21' })]);
    const other = join(folder, 'articles', '2015-06-21.json');
    const before = statSync(other).ino;
    const text = 'A word and another. '.repeat(5000);
    for (let n = 0; n < 12; n += 1) {
      await corpus.add([article({ id: `a${n}`, publishedAt: '2015-06-22', text })]);
    }
    expect(statSync(other).ino).toBe(before);
    const day = readdirSync(join(folder, 'articles')).filter((name) =>
      name.startsWith('2015-06-22'),
    );
    expect(day.length).toBeGreaterThan(1);
    for (const name of day) {
      const { size } = statSync(join(folder, 'articles', name));
      expect(size).toBeLessThan(FULL + text.length + 2000);
    }
    await corpus.close();
    const again = given(await openCorpus(folder));
    expect((await again.size()).articles).toBe(13);
    await again.close();
  });

  test('keeps any text as it is, in JSON that a person can read', async () => {
    const folder = temporaryFolder();
    const corpus = given(await openCorpus(folder));
    const text =
      'Quotes “”, a \u2028 separator, a lone \ud800 surrogate, \0, and "json": {}\n\nEnd.';
    await corpus.add([article({ id: 'a', text, publishedAt: '2015-06-22' })]);
    await corpus.close();
    const again = given(await readCorpus(folder));
    expect((await again.article('a'))?.text).toBe(text);
    const file = readFileSync(join(folder, 'articles', '2015-06-22.json'), 'utf8');
    expect(file).toContain('\n  "id": "a",\n');
  });
});

describe('a file of articles', () => {
  const day = { publishedAt: '2015-06-22' };
  const pathIn = (folder: string) => join(folder, 'articles', '2015-06-22.json');

  test('grows by what comes in alone, whatever stands in it', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constant('"},\n {\n  "id": "x"\n }\n]\n'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 4 }), async (texts) => {
        const folder = temporaryFolder();
        const corpus = given(await openCorpus(folder));
        await corpus.add(
          texts.map((text, n) => article({ id: `a${n}`, text, title: text, ...day })),
        );
        await corpus.close();
        const before = readFileSync(pathIn(folder), 'utf8');
        const again = given(await openCorpus(folder));
        await again.add([article({ id: 'late', ...day })]);
        for (const [n, text] of texts.entries()) {
          expect(await again.article(`a${n}`)).toMatchObject({ text, title: text });
        }
        await again.close();
        const after = readFileSync(pathIn(folder), 'utf8');
        expect(after.slice(0, before.length - 3)).toBe(before.slice(0, -3));
        expect(JSON.parse(after)).toHaveLength(texts.length + 1);
      }),
      { numRuns: 20 },
    );
  });

  test('that somebody has laid out in another way is read, and written readably again', async () => {
    const folder = temporaryFolder();
    const corpus = given(await openCorpus(folder));
    await corpus.add([article({ id: 'a', ...day }), article({ id: 'b', ...day })]);
    await corpus.close();
    const ours = readFileSync(pathIn(folder), 'utf8');
    writeFileSync(pathIn(folder), JSON.stringify(JSON.parse(ours)));
    const again = given(await openCorpus(folder));
    expect(await again.article('b')).toMatchObject({ text: 'The text of b.' });
    await again.amend(new Map([['b', { story: 'a' }]]));
    await again.close();
    expect(readFileSync(pathIn(folder), 'utf8').split('\n').length).toBeGreaterThan(
      ours.split('\n').length,
    );
    expect(await given(await readCorpus(folder)).article('b')).toMatchObject({ story: 'a' });
  });

  test('gives each article whole, however many have been looked into since', async () => {
    const folder = temporaryFolder();
    const corpus = given(await openCorpus(folder));
    const all = Array.from({ length: 1_200 }, (_, n) => article({ id: `a${n}`, ...day }));
    await corpus.add(all);
    for (const { id, text, reading } of [...all, ...all]) {
      expect({ ...(await corpus.article(id)) }).toMatchObject({ id, text, reading, revision: 1 });
    }
    await corpus.close();
  });
});

test('a subscription of the version that knew one time a day is read as it was meant', async () => {
  const folder = temporaryFolder();
  await given(await openCorpus(folder)).close();
  const { schedule, ...rest } = subscription('C1');
  const { times, ...calendar } = schedule;
  const stored = [{ ...rest, schedule: { ...calendar, time: times[0] } }];
  writeFileSync(join(folder, 'subscriptions.json'), JSON.stringify(stored));
  const corpus = given(await openCorpus(folder));
  expect(await corpus.subscriptions()).toEqual([subscription('C1')]);
  await corpus.subscribe(subscription('C2'));
  expect(readFileSync(join(folder, 'subscriptions.json'), 'utf8')).not.toContain('"time"');
  await corpus.close();
});

test('what the owner shows is on disk', async () => {
  const folder = temporaryFolder();
  const corpus = given(await openCorpus(folder));
  let written = false;
  const writing = corpus
    .setTopic({ name: 'opm', title: 'OPM', aliases: [], questions: [] })
    .finally(() => {
      written = true;
    });
  while (!written) {
    const shown = await corpus.topics();
    if (shown.length > 0) expect(existsSync(join(folder, 'topics.json'))).toBe(true);
    await new Promise(setImmediate);
  }
  await writing;
  expect(await corpus.topics()).toHaveLength(1);
  await corpus.close();
});

test('a reader beside the owner sees what was durable when it was opened', async () => {
  const folder = temporaryFolder();
  const corpus = given(await openCorpus(folder));
  await corpus.add([article({ id: 'a' })]);
  const seen = given(await readCorpus(folder));
  await corpus.add([article({ id: 'b' })]);
  expect((await seen.size()).articles).toBe(1);
  expect((await given(await readCorpus(folder)).size()).articles).toBe(2);
  await corpus.close();
});

test('a reader of a folder that is not there finds nothing and makes nothing', async () => {
  const folder = join(temporaryFolder(), 'none');
  const seen = given(await readCorpus(folder));
  expect(await seen.size()).toEqual({ articles: 0, lastArrival: 0 });
  expect(() => statSync(folder)).toThrow();
});

test('a folder that cannot be one is refused by name', async () => {
  const file = join(temporaryFolder(), 'corpus.json');
  const corpus = given(await openCorpus(join(file, '..')));
  await corpus.setTopic({ name: 'opm', title: 'OPM', aliases: [], questions: [] });
  await corpus.close();
  const inside = join(file, '..', 'topics.json');
  expect(await openCorpus(inside)).toMatchObject({ refused: expect.stringContaining(inside) });
});
