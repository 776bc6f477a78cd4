import { describe, expect, it } from 'vitest';
import { briefArticles } from '../../src/briefing/brief.ts';
import { isRefusal } from '../../src/news/refusal.ts';
import { articleOf } from './library.ts';

const ARTICLES = [
  articleOf({
    id: 'port',
    title: 'Port of Selm closed',
    publishedAt: '2021-03-04',
    text: [
      'The Maritime Safety Board closed the port of Selm on March 2 after a weakness was found in the crane control system.',
      'The director of the Maritime Safety Board, Ida Brandt, declined to say who had reported it.',
      'Experts from 14 states are to examine the cranes. “The cranes are safe,” State Department spokesman Leo Marsh said on Thursday.',
      'A contractor, Hale & Dunn, is paid $2.4 million for the repair. It has had the contract for six years.',
      'Beijing offered to send engineers, according to The Selm Courier.',
    ].join('\n\n'),
  }),
  articleOf({
    id: 'rain',
    title: 'Rain floods the Orta valley',
    publishedAt: '2021-05-09',
    text: 'Rain flooded the Orta valley on Sunday, and the fire brigade brought 120 people to safety.\n\nThe second flood this year was smaller than the first.',
  }),
];

function answer(ask: string): string | null {
  const request = { words: ask, typed: ask, asOf: null, since: null };
  const brief = briefArticles(ARTICLES, [], request);
  if (isRefusal(brief)) return null;
  return brief.answers[0]?.lines[0]?.text ?? null;
}

describe('a question in plain words', () => {
  it.each([
    ['When was the port of Selm closed?', 'on March 2'],
    ['Why was the port of Selm shut?', 'weakness'],
    ['Who is the director of the MSB?', 'Ida Brandt'],
    ['did Brandt say who reported it', 'declined to say'],
    ['How many countries are sending experts?', '14 states'],
    ['What did Marsh say about the cranes?', 'The cranes are safe'],
    ['How much is Hale & Dunn paid?', '$2.4 million'],
    ['What did China offer?', 'Beijing offered'],
    ['How many people were rescued in the Orta valley in May 2021?', '120 people'],
  ])('is answered by what names it, in these words or in others: %s', (ask, words) => {
    expect(answer(ask)).toContain(words);
  });

  it.each([
    'When did Marsh depart?',
    'Who sued the Maritime Safety Board?',
    'Did Brandt resign?',
    'How much did the flood in the Orta valley cost?',
    'When was the third flood in the Orta valley?',
    'What time was the port of Selm closed?',
    'How old is Ida Brandt?',
    'What did Merkel say about the cranes?',
  ])('is met with silence where only its words stand there: %s', (ask) => {
    expect(answer(ask)).toBeNull();
  });

  it('is answered by a passage that points back together with what it points to', () => {
    const line = answer('How long has Hale & Dunn had the contract?');
    expect(line).toMatch(/^A contractor, Hale & Dunn, .*six years\.$/);
  });
});
