import { afterAll, beforeAll, expect, it } from 'vitest';
import { reachOf } from '../../src/briefing/topic-reach.ts';
import type { OwnedCorpus } from '../../src/corpus/owned-corpus.ts';
import { newArticleOf, starterLibrary } from './library.ts';

let library: OwnedCorpus;
beforeAll(async () => {
  library = await starterLibrary();
});
afterAll(() => library.close());
const on = (...aliases: readonly string[]) =>
  reachOf(library, { name: 'x', title: 'Quite another thing', aliases, questions: [] });

it('counts what a topic finds in all there is, at once, with its days', async () => {
  expect(await on('fingerprints')).toEqual({
    ...{ found: 3, of: 23, from: '2015-07-09', to: '2016-09-07' },
    ordinary: [],
  });
  await library.add([
    newArticleOf({ id: 'x', publishedAt: '2021-01-05', text: 'No fingerprints were found.' }),
  ]);
  expect(await on('fingerprints')).toMatchObject({ found: 4, of: 24, to: '2021-01-05' });
  await library.remove('x');
});

it('finds nothing, and says of no day', async () => {
  expect(await on('zebra')).toMatchObject({ found: 0, from: null, to: null, ordinary: [] });
});

it('names the phrases that by themselves find most articles', async () => {
  const { ordinary } = await on('fingerprints', 'the', 'said', 'hotline');
  expect(ordinary.map(({ phrase }) => phrase).sort()).toEqual(['said', 'the']);
  expect(ordinary[0]?.found).toBeGreaterThan(11);
});
