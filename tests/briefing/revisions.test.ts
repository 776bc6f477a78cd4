import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OwnedCorpus } from '../../src/corpus/owned-corpus.ts';
import { isRefusal } from '../../src/news/refusal.ts';
import { answerTo, briefOn, newArticleOf, starterLibrary } from './library.ts';

const text = (tons: number) =>
  `The Arbor dam spilled ${tons} tons of mud into the valley, the water board said on Monday.`;

let library: OwnedCorpus;
beforeEach(async () => {
  library = await starterLibrary();
});
afterEach(() => library.close());

const add = (tons: number, updatedAt?: string) =>
  library.add([
    newArticleOf({
      ...{ id: 'dam', title: 'Arbor dam spills', publishedAt: '2019-03-04', text: text(tons) },
      ...(updatedAt !== undefined && { updatedAt }),
    }),
  ]);

const linesOn = async (words: string) => {
  const { bottomLine, answers } = await briefOn(library, words);
  return [...bottomLine, ...answers.flatMap(({ lines }) => lines)].map(({ text: one }) => one);
};

describe('a brief as of a day', () => {
  it('tells an article as it stood then, by the day that it says it was changed', async () => {
    await add(40);
    await add(65, '2019-03-10');
    expect((await linesOn('Arbor dam as of 2019-03-09')).join()).toContain('40 tons');
    expect((await linesOn('Arbor dam as of 2019-03-10')).join()).toContain('65 tons');
  });

  it('takes a change that says nothing of its day for as late as it came in', async () => {
    await add(40);
    await add(65);
    expect((await linesOn('Arbor dam as of 2020-01-01')).join()).toContain('40 tons');
  });

  it('says that it leaves out an article whose earlier text nobody has', async () => {
    await add(65, '2019-03-10');
    await library.add([
      newArticleOf({
        id: 'other',
        title: 'Arbor dam built',
        publishedAt: '2018-01-01',
        text: 'The Arbor dam was built in a year, the county said.',
      }),
    ]);
    const brief = await answerTo(library, 'Arbor dam as of 2019-03-09');
    if (isRefusal(brief)) throw new Error(brief.refused);
    expect(brief.coverage.articles).toBe(1);
    expect(brief.notice).toContain('One article is left out');
  });
});
