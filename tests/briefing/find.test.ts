import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findFor } from '../../src/briefing/find.ts';
import { parseRequest } from '../../src/briefing/request.ts';
import type { OwnedCorpus } from '../../src/corpus/owned-corpus.ts';
import { briefOn, given, newArticleOf, starterLibrary } from './library.ts';

const BROKE = 'The Arbor dam broke on Saturday after a week of rain, the county said.';

describe('a topic with more articles than a brief can draw on', () => {
  let library: OwnedCorpus;
  beforeAll(async () => {
    library = await starterLibrary();
    await library.setTopic({
      name: 'dam',
      title: 'The dam',
      aliases: ['Arbor dam'],
      questions: [],
    });
    const old = Array.from({ length: 140 }, (_, at) =>
      newArticleOf({
        id: `dam-${at}`,
        title: `Arbor dam, Arbor dam, day ${at}`,
        publishedAt: new Date(Date.UTC(2018, 0, 1 + at)).toISOString().slice(0, 10),
        text: `The Arbor dam held on day ${at}, keeper number ${at * 7} said of the Arbor dam.`,
      }),
    );
    const newest = newArticleOf({
      id: 'dam-breaks',
      publishedAt: '2019-01-05',
      text: `${BROKE}\n\n${'Rain fell on the valley for most of the week. '.repeat(40)}`,
    });
    await library.add([...old, newest]);
  });
  afterAll(() => library.close());

  const ask = (typed: string) => given(parseRequest(typed, '2026-11-23'));

  it('draws on a bounded number, the newest among them however badly they rank', async () => {
    const { articles } = await findFor(library, ask('dam'), undefined);
    expect(articles.length).toBeLessThanOrEqual(150);
    expect(articles.map(({ id }) => id)).toContain('dam-breaks');
    expect(new Set(articles.map(({ id }) => id)).size).toBe(articles.length);
  });

  it('says the latest', async () => {
    const { bottomLine } = await briefOn(library, 'dam');
    expect(bottomLine.map(({ text }) => text)).toContain(BROKE);
  });

  it('finds nothing later than the day asked for', async () => {
    const { articles } = await findFor(library, ask('dam as of 2018-02-01'), undefined);
    expect(articles.every(({ publishedAt }) => (publishedAt ?? '') <= '2018-02-01')).toBe(true);
  });
});
