import type { Article } from '../../src/news/article.ts';
import type { Statement } from '../../src/news/reading.ts';

const text = [
  'The ministry published its plan on Monday.',
  '"We blame nobody," Ada Example told reporters. She added that talks would go on.',
  'Papers have cited anonymous officials as saying a neighbour did it.\nA line of the same paragraph.',
].join('\n\n');

function statement(words: string, more: Partial<Statement>): Statement {
  const start = text.indexOf(words);
  return {
    start,
    end: start + words.length,
    quoted: false,
    speaker: 'Ada Example',
    role: 'ministry spokeswoman',
    source: null,
    standing: 'on-record',
    why: 'Ada Example told',
    cue: 'told',
    polarity: 'asserts',
    date: null,
    via: [],
    ...more,
  };
}

/** A small article with two standings and markup where a title should be. */
export const article: Article = {
  id: 'plan',
  revision: 2,
  arrival: 1,
  ingestedAt: '2026-01-05T09:00:00Z',
  title: '<script>alert(1)</script> A plan & <b>more</b>',
  outlet: 'The Example',
  author: null,
  publishedAt: '2015-06-22',
  url: 'https://example.org/plan',
  text,
  basedOn: ['https://example.org/source', 'javascript:alert(2)'],
  reading: {
    passages: [],
    statements: [
      statement('We blame nobody', { quoted: true }),
      statement('talks would go on', { why: 'She added' }),
      statement('a neighbour did it', {
        speaker: 'anonymous officials',
        role: null,
        standing: 'anonymous',
        why: 'anonymous officials',
        via: ['Papers'],
      }),
    ],
    events: [],
    dates: [],
    figures: [],
  },
};
