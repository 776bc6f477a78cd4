import { describe, expect, it } from 'vitest';
import { composeBrief } from '../../src/briefing/compose.ts';
import { briefAsText } from '../../src/briefing/text.ts';
import { articleOf } from './library.ts';

const SPILLED = 'The ferry spilled 4 million litres of oil into the bay, the coast guard said.';

function briefOf(...texts: readonly (readonly [day: string, text: string])[]) {
  const articles = texts.map(([publishedAt, text], at) =>
    articleOf({ id: `a${at}`, arrival: at + 1, publishedAt, title: 'Granary robbed', text }),
  );
  return composeBrief(articles, '', { question: '' });
}

/** Whether two ways of giving a figure are told as differing. */
const differ = (one: string, other: string) =>
  briefOf(
    ['2020-05-04', `The thieves took ${one} sacks of rice from the granary, the guild said.`],
    ['2020-05-05', `The thieves took ${other} sacks of rice from the granary, the police said.`],
  ).differences.length > 0;

describe('figures of one thing', () => {
  it.each([
    ['21.5 million', '21,500,000'],
    ['21.5 million', 'more than 21 million'],
    ['some 4 million', '4.2 million'],
    ['at least 40', '52'],
    ['up to 52', '40'],
    ['nearly 300', '290'],
    ['between 14 and 32 million', '21.5 million'],
    ['thirteen', '13'],
  ])('%s and %s may both be right', (one, other) => {
    expect(differ(one, other)).toBe(false);
  });

  it.each([
    ['21.5 million', '14 million'],
    ['some 4 million', '21.5 million'],
    ['at least 400', '120'],
    ['up to 40', '75'],
    ['between 14 and 18 million', '21.5 million'],
    ['thirteen', '17'],
  ])('%s and %s can not', (one, other) => {
    expect(differ(one, other)).toBe(true);
  });
});

describe('a figure that a later text replaces', () => {
  const brief = briefOf(
    ['2020-05-04', 'The thieves took 1,200 sacks of rice from the granary, the guild said.'],
    [
      '2020-05-09',
      'The guild raised the number of sacks of rice that the thieves took from the granary to 1,900, up from 1,200.',
    ],
  );

  it('is marked in the text, each side with its day', () => {
    const text = briefAsText(brief, 'Granary');
    expect(text).toMatch(/Accounts differ: sacks/);
    expect(text).toMatch(/- 2020-05-04, replaced: .*1,200 sacks/);
    expect(text).toMatch(/- 2020-05-09, later figure: .*raised the number/);
  });

  it('is not marked where no text tells of it', () => {
    const open = briefOf(
      ['2020-05-04', 'The thieves took 1,200 sacks of rice from the granary, the guild said.'],
      ['2020-05-09', 'The thieves took 1,900 sacks of rice from the granary, the police said.'],
    );
    expect(open.differences).toHaveLength(1);
    expect(open.differences[0]?.replaced).toBeUndefined();
  });
});

it('tells nothing of differences where a plain question asks for something else', () => {
  const articles = [SPILLED, SPILLED.replace('4 million', '9 million')].map((text, at) =>
    articleOf({ id: `q${at}`, arrival: at + 1, title: 'Ferry', text }),
  );
  expect(composeBrief(articles, 'ferry', { question: '' }).differences).toHaveLength(1);
  expect(composeBrief(articles, 'when is the next ferry?', { question: '' }).differences).toEqual(
    [],
  );
});
