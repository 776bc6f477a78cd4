import { describe, expect, it } from 'vitest';
import { composeBrief } from '../../src/briefing/compose.ts';
import { briefAsText } from '../../src/briefing/text.ts';
import type { Article } from '../../src/news/article.ts';
import type { Topic } from '../../src/news/topic.ts';
import { articleOf } from './library.ts';

const FERRY: Topic = {
  name: 'ferry',
  title: 'The Larkspur ferry',
  aliases: ['Larkspur ferry', 'ferry sinking'],
  questions: [
    { ask: 'How many people died?', words: ['died', 'dead', 'killed'] },
    { ask: 'Who was behind it?', words: ['behind', 'responsible', 'suspect'] },
    { ask: 'Will the company pay?', words: ['pay', 'compensation'] },
  ],
};

function told(id: string, publishedAt: string, text: string, outlet = id): Article {
  return articleOf({ id, publishedAt, text, outlet, title: 'Larkspur ferry sinks' });
}

const FIRST = told(
  'a',
  '2020-03-02',
  'The Larkspur ferry sank off the coast on Monday with 300 people on board.\n\nThe coast guard said 12 passengers died when the Larkspur ferry sank.\n\nHe wept.',
);
const SECOND = told(
  'b',
  '2020-03-04',
  'Divers searched the wreck of the Larkspur ferry for a third day on Wednesday.\n\nThe coast guard said 19 passengers died when the Larkspur ferry sank.\n\nTransport Minister Ana Ruiz said the company would pay the families of the Larkspur ferry’s victims.',
);

const brief = (articles: readonly Article[], about: Topic | string = FERRY) =>
  composeBrief(articles, about, { question: 'ferry', topics: [FERRY] });

describe('a brief', () => {
  it('states what it rests on', () => {
    expect(brief([SECOND, FIRST]).coverage).toEqual({
      articles: 2,
      independent: 2,
      outlets: ['a', 'b'],
      from: '2020-03-02',
      to: '2020-03-04',
    });
  });

  it('counts a reprint as an article of its outlet and as no report of its own', () => {
    const reprint = { ...FIRST, id: 'r', outlet: 'reprinter', arrival: 2 };
    const kept = { ...SECOND, copies: [{ id: 'c', url: null, outlet: 'copier' }] };
    const all = brief([FIRST, reprint, kept]);
    expect(all.coverage).toMatchObject({ articles: 4, independent: 2 });
    expect(all.coverage.outlets).toEqual(['a', 'b', 'copier', 'reprinter']);
    expect(briefAsText(all, 'Ferry')).toContain('4 articles · 4 outlets · 2 independent reports');
  });

  it('counts no copies as of a day, for nobody knows when they were published', () => {
    const kept = { ...SECOND, copies: [{ id: 'c', url: null, outlet: 'copier' }] };
    const asOf = composeBrief([FIRST, kept], FERRY, { question: 'ferry', asOf: '2020-03-05' });
    expect(asOf.coverage).toMatchObject({ articles: 2, outlets: ['a', 'b'] });
  });

  it('tells an event once and cites every article that tells it in like words', () => {
    const later = told(
      'c',
      '2020-03-06',
      'The Larkspur ferry sank off the coast on March 2 with 300 people on board.\n\nThe search for it ended on Thursday.',
    );
    const sinking = brief([FIRST, SECOND, later]).timeline.filter(
      ({ date }) => date === '2020-03-02',
    );
    expect(
      sinking.map(({ line, also }) => [line, ...also].map(({ articleId }) => articleId)),
    ).toContainEqual(expect.arrayContaining(['a', 'c']));
  });

  it('cites none beside an event whose figure is another', () => {
    const other = told(
      'd',
      '2020-03-06',
      'The coast guard said on March 2 that 40 passengers died when the Larkspur ferry sank.',
    );
    const also = brief([FIRST, other]).timeline.flatMap((entry) => entry.also);
    expect(also.map(({ text }) => text).join()).not.toContain('40');
  });

  it('opens with one or two passages that can be read alone', () => {
    const { bottomLine } = brief([FIRST, SECOND]);
    expect(bottomLine.length).toBeGreaterThan(0);
    expect(bottomLine.length).toBeLessThanOrEqual(2);
    for (const { text } of bottomLine) expect(text).toMatch(/^(?!He\b).*Larkspur ferry.*\.$/);
  });

  it('answers with a figure that counts what is asked, and the newest first', () => {
    const [dead] = brief([FIRST, SECOND]).answers;
    expect(dead?.lines[0]?.text).toContain('19 passengers');
  });

  it('shows both figures where they differ, the earlier first', () => {
    const { differences } = brief([FIRST, SECOND]);
    const about = differences.find((each) => each.about === 'How many people died?');
    expect(about?.sides.map(([line]) => /\d+/.exec(line?.text ?? '')?.[0])).toEqual(['12', '19']);
  });

  it('sees no difference where one passage corrects itself', () => {
    const corrected = told(
      'c',
      '2020-03-05',
      'The coast guard said 19 passengers died when the Larkspur ferry sank, not 12 passengers as it first said.',
    );
    expect(brief([FIRST, corrected]).differences).toEqual([]);
  });

  it('sees no difference between counts of different things', () => {
    const rescued = told(
      'd',
      '2020-03-03',
      'The coast guard said 88 passengers were rescued from the Larkspur ferry by fishing boats.',
    );
    expect(brief([FIRST, rescued]).differences).toEqual([]);
  });

  it("says that the articles don't say, rather than show a passage that shares words", () => {
    const [, who] = brief([FIRST, SECOND]).answers;
    expect(who).toEqual({ ask: 'Who was behind it?', lines: [] });
    expect(briefAsText(brief([FIRST, SECOND]), 'Ferry')).toContain(
      "Who was behind it?\n  The articles don't say.",
    );
  });

  it('takes reprints of one story for one report', () => {
    const reprint = { ...articleOf({ ...FIRST, id: 'r', outlet: 'Reprints', arrival: 5 }) };
    const { coverage, sources } = brief([FIRST, SECOND, reprint]);
    expect(coverage.articles).toBe(3);
    expect(sources.map(({ articleId }) => articleId)).not.toContain('r');
  });

  it('keeps undated articles, and leaves them out as of a day', () => {
    const undated = articleOf({ ...FIRST, publishedAt: null });
    expect(brief([undated]).sources[0]?.publishedAt).toBeNull();
    const asOf = composeBrief([undated], FERRY, { question: '', asOf: '2020-04-01' });
    expect(asOf.coverage.articles).toBe(0);
  });
});

it('calls a source without title and outlet untitled', () => {
  const bare = articleOf({ ...FIRST, title: null, outlet: null, publishedAt: null });
  expect(briefAsText(brief([bare]), 'Ferry')).toContain('[1] undated, Untitled');
});

describe('a brief of everything given', () => {
  it('covers what the articles share before what one of them has alone', () => {
    const aside = told(
      'e',
      '2020-03-03',
      'A bakery opened on Elm Street with twelve kinds of rye bread.',
    );
    const { bottomLine } = composeBrief([FIRST, SECOND, aside], '', { question: '', words: 15 });
    expect(bottomLine[0]?.text).toContain('ferry');
  });
});

describe('the size of a brief', () => {
  it('stays within one screen though a topic asks thirty questions', () => {
    const ask = 'What did the coast guard say about the passengers of the Larkspur ferry?';
    const many = {
      ...FERRY,
      questions: Array.from({ length: 30 }, () => ({ ask, words: ['said'] })),
    };
    const { bottomLine, answers, differences, next } = brief([FIRST, SECOND], many);
    const all = briefAsText({ ...brief([]), bottomLine, answers, differences, next }, '');
    expect(all.length).toBeLessThan(3_050);
  });
});
