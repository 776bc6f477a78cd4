import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openCorpus } from '../../src/corpus/open.ts';
import { keepFor, removeOld } from '../../src/ingest/retention.ts';
import { shelving } from '../../src/ingest/shelve.ts';
import { given } from '../corpus/given.ts';
import { article } from '../corpus/new-article.ts';
import { STORES } from '../corpus/stores.ts';
import { temporaryFolder } from '../corpus/temporary-folder.ts';

const DAY_MS = 86_400_000;
const START = Date.UTC(2026, 2, 1);

const daysBefore = (now: number, days: number) => new Date(now - days * DAY_MS).toISOString();

describe.each(STORES)('$store', ({ place }) => {
  test('what came in too long ago goes, unless a later text of it has come in since', async () => {
    let now = START;
    const corpus = shelving(await (await place()).open(() => new Date(now)));
    await corpus.add([article({ id: 'old' }), article({ id: 'changed' })]);
    now += 20 * DAY_MS;
    await corpus.add([article({ id: 'changed', text: 'Another text.' }), article({ id: 'new' })]);
    now += 15 * DAY_MS;
    expect(await removeOld(corpus, daysBefore(now, 40))).toBe(0);
    expect(await removeOld(corpus, daysBefore(now, 30))).toBe(1);
    expect((await corpus.search({})).map(({ article: { id } }) => id).sort()).toEqual([
      'changed',
      'new',
    ]);
    expect(await corpus.article('changed', 1)).toMatchObject({ revision: 1 });
    expect(await removeOld(corpus, daysBefore(now, 30))).toBe(0);
    await corpus.close();
  });

  test('goes at the start, and is told of', async () => {
    const long = await (await place()).open(() => new Date(Date.now() - 50 * DAY_MS));
    await long.add([article({ id: 'a' }), article({ id: 'b' })]);
    const told = await new Promise<number>((resolve, reject) => {
      const retention = keepFor(
        30,
        long,
        async () => 0,
        ({ articles }) => void retention.stop().then(() => resolve(articles), reject),
        reject,
      );
    });
    expect(told).toBe(2);
    expect(await long.size()).toMatchObject({ articles: 0 });
    await long.close();
  });
});

test('a day of which nothing is left leaves no file behind, and may have articles again', async () => {
  const folder = temporaryFolder();
  const corpus = given(await openCorpus(folder, () => new Date(START)));
  const day = { publishedAt: '2015-06-22' };
  await corpus.add([article({ id: 'a', ...day }), article({ id: 'b', ...day })]);
  await corpus.remove('a');
  expect(readdirSync(join(folder, 'articles'))).toEqual(['2015-06-22.json']);
  await corpus.remove('b');
  expect(readdirSync(join(folder, 'articles'))).toEqual([]);
  await corpus.add([article({ id: 'c', ...day })]);
  await corpus.close();
  const again = given(await openCorpus(folder));
  expect(await again.article('c')).toMatchObject({ arrival: 3 });
  await again.close();
});
