import { describe, expect, it } from 'vitest';
import { lengthOf, ONE_SCREEN } from '../../src/briefing/budget.ts';
import { composeBrief } from '../../src/briefing/compose.ts';
import { contestedIn } from '../../src/briefing/contested.ts';
import type { Article } from '../../src/news/article.ts';
import type { Topic } from '../../src/news/topic.ts';
import { articleOf } from './library.ts';

const CABLE: Topic = {
  name: 'cable',
  title: 'The cable cut',
  aliases: ['sea cable', 'cable cut'],
  questions: [{ ask: 'Who was behind it?', words: ['behind', 'responsible', 'blame', 'suspect'] }],
};

let arrival = 0;
function told(publishedAt: string, text: string): Article {
  arrival += 1;
  return articleOf({ id: `a${arrival}`, arrival, publishedAt, title: 'The sea cable', text });
}

const ACCUSED_FIRST = told(
  '2021-03-04',
  'Russia is “the leading suspect” in the cutting of the sea cable, Defense Minister Paula Lind said Thursday.',
);
const DECLINED = told(
  '2021-03-02',
  'There is “no allegation of responsibility” for the cutting of the sea cable, spokesman Otto Berg told reporters on Tuesday.\n\nRussia was behind the cutting of the sea cable, people familiar with the inquiry told The Herald on Tuesday.',
);
const DENIED = told(
  '2021-03-05',
  'Russia rejects the accusation that it was responsible for the cutting of the sea cable, Foreign Ministry spokesman Ivan Orlov said Friday.',
);
const ACCUSED_LATER = told(
  '2023-05-08',
  'Russia was behind the cutting of the sea cable, Interior Minister Karin Holm said Monday.\n\nIn March 2021 Defense Minister Paula Lind said that Russia was the leading suspect in the cutting of the sea cable.',
);
const SILENT = told(
  '2023-05-09',
  'The cable company published its report on the sea cable on Tuesday. The cable company did not say who was responsible for the cutting of the sea cable.',
);

const voices = (articles: readonly Article[]) => {
  const brief = composeBrief(articles, CABLE, { question: '', topics: [CABLE] });
  return { brief, lines: brief.answers[0]?.lines ?? [] };
};

describe('who was behind it', () => {
  const { brief, lines } = voices([ACCUSED_FIRST, DECLINED, DENIED, ACCUSED_LATER, SILENT]);
  const speakers = lines.map(({ speaker }) => speaker);

  it('shows everybody who names a culprit on the record, the newest first', () => {
    expect(speakers.slice(0, 2)).toEqual(['Karin Holm', 'Paula Lind']);
  });

  it('shows who declines and who denies beside them, on the same standing', () => {
    expect(speakers).toContain('Otto Berg');
    expect(speakers).toContain('Ivan Orlov');
  });

  it('keeps what anonymous sources say', () => {
    expect(lines.map(({ standing }) => standing)).toContain('anonymous');
  });

  it('takes a statement told again for as old as it is', () => {
    expect(voices([ACCUSED_FIRST, ACCUSED_LATER]).lines[0]?.speaker).toBe('Karin Holm');
    const lind = lines.find(({ speaker }) => speaker === 'Paula Lind');
    expect(lind?.articleId).toBe(ACCUSED_FIRST.id);
  });

  it('takes silence neither for an answer nor for a side', () => {
    expect(JSON.stringify([lines, brief.differences])).not.toContain('did not say');
    expect(voices([SILENT]).lines).toEqual([]);
  });

  it('does not tell below as a difference what the answer shows side by side', () => {
    expect(brief.differences.length).toBeGreaterThan(0);
    expect(contestedIn(brief)).toEqual({ asks: new Set(['Who was behind it?']), apart: [] });
    expect(lengthOf(brief)).toBeLessThanOrEqual(ONE_SCREEN);
  });
});
