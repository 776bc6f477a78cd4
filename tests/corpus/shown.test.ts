import { describe, expect, test } from 'vitest';
import type { Showing } from '../../src/news/showing.ts';
import { article } from './new-article.ts';
import { STORES } from './stores.ts';

const showing = (to: string, about: string): Showing => ({
  ...{ to, about, at: '2026-01-01T00:00:00.000Z' },
  lines: [{ articleId: 'a', revision: 1, start: 0, end: 5 }],
});

describe.each(STORES)('in $store', ({ place }) => {
  test('what a reader was shown is theirs alone, and is there after a restart', async () => {
    const kept = await place();
    const corpus = await kept.open();
    await corpus.changeShown('U1', () => [showing('U1', 'opm')]);
    await corpus.changeShown('C1', () => [{ ...showing('C1', 'opm'), ts: '1.0' }]);
    await corpus.changeShown('U1', (known) => [...known, showing('U1', 'dialogues')]);
    expect((await corpus.shown('U1')).map(({ about }) => about)).toEqual(['opm', 'dialogues']);
    await corpus.close();

    const again = await kept.look();
    expect(await again.shown('U1')).toEqual([showing('U1', 'opm'), showing('U1', 'dialogues')]);
    expect(await again.shown('C1')).toMatchObject([{ ts: '1.0' }]);
    expect(await again.shown('U2')).toEqual([]);
    await again.close();
  });

  test('changes made at once are all made', async () => {
    const corpus = await (await place()).open();
    const names = Array.from({ length: 20 }, (_, at) => `topic ${at}`);
    await Promise.all(
      names.map((name) => corpus.changeShown('U1', (known) => [...known, showing('U1', name)])),
    );
    const kept = (await corpus.shown('U1')).map(({ about }) => about);
    expect(kept.sort()).toEqual([...names].sort());
    await corpus.close();
  });

  test('a search since a day finds what was published or changed since, and nothing undated', async () => {
    let now = '2015-07-01T00:00:00.000Z';
    const corpus = await (await place()).open(() => new Date(now));
    const old = { publishedAt: '2015-06-01' };
    await corpus.add([
      article({ id: 'old', text: 'The ferry sailed.', ...old }),
      article({ id: 'changed', text: 'The ferry sailed.', ...old }),
      article({ id: 'dated', text: 'The ferry sailed.', ...old }),
      article({ id: 'late', text: 'The ferry sailed.', publishedAt: '2015-06-20' }),
      article({ id: 'undated', text: 'The ferry sailed.', publishedAt: null }),
    ]);
    now = '2015-07-02T00:00:00.000Z';
    await corpus.add([
      article({ id: 'changed', text: 'The ferry sank.', ...old }),
      article({ id: 'dated', text: 'The ferry sank.', ...old, updatedAt: '2015-06-02' }),
    ]);
    const since = async (day: string) =>
      (await corpus.search({ words: 'ferry', changedSince: day }))
        .map(({ article: one }) => one.id)
        .sort();
    expect(await since('2015-06-10')).toEqual(['changed', 'late']);
    expect(await since('2015-06-02')).toEqual(['changed', 'dated', 'late']);
    expect(await since('2015-07-03')).toEqual([]);
    await corpus.close();
  });
});
