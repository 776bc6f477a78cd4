import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { briefArticles } from '../../src/briefing/brief.ts';
import { lengthOf, ONE_SCREEN } from '../../src/briefing/budget.ts';
import { composeBrief } from '../../src/briefing/compose.ts';
import { quotesOf } from '../../src/briefing/quotes.ts';
import { LONGEST_REQUEST } from '../../src/briefing/request.ts';
import { publishedDay } from '../../src/corpus/published-day.ts';
import type { Article } from '../../src/news/article.ts';
import type { Brief, Line } from '../../src/news/brief.ts';
import { isRefusal } from '../../src/news/refusal.ts';
import type { Topic } from '../../src/news/topic.ts';
import { articleOf } from './library.ts';

const RUNS = 60;

const TOPIC: Topic = {
  name: 'harbor',
  title: 'The harbor fire',
  aliases: ['harbor fire', 'harbor'],
  questions: [
    { ask: 'Who was behind it?', words: ['behind', 'responsible', 'suspect', 'blamed'] },
    { ask: 'How many people were hurt?', words: ['injured', 'hurt'] },
    { ask: 'What does the Coast Guard say?', words: ['Coast Guard'] },
    { ask: 'When did it start?', words: ['started', 'broke out'] },
    { ask: 'When will the port reopen?', words: ['reopen'] },
  ],
};

const name = fc.constantFrom(
  'Maria Holt',
  'Sen. Ed Park',
  'Coast Guard',
  'a senior official',
  'Norway',
  'He',
);
const number = fc.integer({ min: 1, max: 5_000_000 }).map((n) => n.toLocaleString('en'));
const sentence = fc.oneof(
  fc
    .tuple(name, number)
    .map(([who, n]) => `${who} said ${n} people were injured in the harbor fire.`),
  fc
    .tuple(name, name)
    .map(([who, by]) => `“${by} was behind the harbor fire,” ${who} said on Monday.`),
  name.map((who) => `${who} declined to say who was responsible for the harbor fire.`),
  name.map((who) => `The harbor fire broke out on June 20, ${who} told reporters.`),
  name.map((who) => `The port will reopen on July 4, ${who} said.`),
  number.map((n) => `It cost $${n}. “Nobody knows.`),
  fc.string({ unit: 'grapheme', maxLength: 80 }),
  fc.string({ minLength: 500, maxLength: 900 }),
);
const day = fc
  .integer({ min: 0, max: 40 })
  .map((days) => new Date(Date.UTC(2015, 5, 1 + days)).toISOString().slice(0, 10));
const text = fc
  .array(fc.tuple(sentence, fc.constantFrom(' ', '\n\n', '\n')), { maxLength: 12 })
  .map((parts) => parts.map(([one, gap]) => one + gap).join(''));
const fields = fc.record({
  title: fc.option(fc.oneof(fc.constant('Harbor fire spreads'), fc.string()), { nil: null }),
  outlet: fc.option(fc.constantFrom('Herald', 'Post'), { nil: null }),
  publishedAt: fc.option(day, { nil: null }),
  text,
});
const articles = fc
  .array(fields, { maxLength: 6 })
  .map((all) => all.map((one, at) => articleOf({ ...one, id: `a${at}`, arrival: at + 1 })));
const words = fc.oneof(
  fc.constantFrom(
    'harbor',
    'holt',
    'who was behind the harbor fire?',
    'how many people were injured?',
    'what did Holt say about Norway?',
    'injured port',
    '',
  ),
  fc.string({ maxLength: LONGEST_REQUEST }),
);
const about = fc.oneof(fc.constant<Topic | string>(TOPIC), words);

function linesOf(brief: Brief): Line[] {
  return [
    ...brief.bottomLine,
    ...brief.answers.flatMap(({ lines }) => lines),
    ...brief.differences.flatMap(({ sides }) => sides.flat()),
    ...brief.next,
    ...brief.timeline.flatMap(({ line, also }) => [line, ...also]),
  ];
}

function expectSpans(lines: readonly Line[], all: readonly Article[]): void {
  for (const line of lines) {
    const article = all.find(({ id }) => id === line.articleId);
    expect(line.revision).toBe(article?.revision);
    expect(line.text).toBe(article?.text.slice(line.start, line.end));
    const isPassage = article?.reading.passages.some(
      ({ start, end }) => start === line.start && end === line.end,
    );
    const said = article?.reading.statements.find(
      ({ start, end }) => start === line.start && end === line.end,
    );
    expect(isPassage || said !== undefined).toBe(true);
    if (!isPassage)
      expect(line).toMatchObject({ speaker: said?.speaker, standing: said?.standing });
  }
}

describe('whatever the articles and the question', () => {
  it('every line is a whole passage or a statement of its revision, never altered', () => {
    fc.assert(
      fc.property(articles, about, (all, asked) => {
        expectSpans(linesOf(composeBrief(all, asked, { question: '', topics: [TOPIC] })), all);
      }),
      { numRuns: RUNS },
    );
  });

  it('every statement of a speaker is too', () => {
    fc.assert(
      fc.property(articles, words, (all, asked) => {
        const quotes = quotesOf(all, [TOPIC], { words: asked, since: null, asOf: null });
        if (!isRefusal(quotes)) expectSpans(quotes.lines, all);
      }),
      { numRuns: RUNS },
    );
  });

  it('a brief fits one screen', () => {
    fc.assert(
      fc.property(articles, about, (all, asked) => {
        const brief = composeBrief(all, asked, { question: '', topics: [TOPIC] });
        expect(lengthOf(brief)).toBeLessThanOrEqual(ONE_SCREEN);
      }),
      { numRuns: RUNS },
    );
  });

  it('its sources are numbered by first use, and are those it cites', () => {
    fc.assert(
      fc.property(articles, about, (all, asked) => {
        const brief = composeBrief(all, asked, { question: '', topics: [TOPIC] });
        const firstUses = [...new Set(linesOf(brief).map(({ source }) => source))];
        expect(firstUses).toEqual(brief.sources.map(({ n }) => n));
        expect(firstUses).toEqual(brief.sources.map((_, at) => at + 1));
        for (const { articleId, source } of linesOf(brief))
          expect(brief.sources[source - 1]?.articleId).toBe(articleId);
      }),
      { numRuns: RUNS },
    );
  });

  it('as of a day, nothing later and nothing undated is used', () => {
    fc.assert(
      fc.property(articles, about, day, (all, asked, asOf) => {
        const brief = composeBrief(all, asked, { question: '', topics: [TOPIC], asOf });
        for (const { articleId } of linesOf(brief)) {
          const article = all.find(({ id }) => id === articleId);
          const published = publishedDay(article?.publishedAt ?? null);
          expect(published !== undefined && published <= asOf).toBe(true);
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('as of a day, later articles change nothing', () => {
    fc.assert(
      fc.property(articles, about, day, (all, asked, asOf) => {
        const by = (article: Article) => (publishedDay(article.publishedAt) ?? '9999') <= asOf;
        const composing = { question: '', topics: [TOPIC], asOf };
        expect(composeBrief(all, asked, composing)).toEqual(
          composeBrief(all.filter(by), asked, composing),
        );
      }),
      { numRuns: RUNS },
    );
  });

  it('the same articles in any order give the same brief', () => {
    const shuffled = articles.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, about, ([all, mixed], asked) => {
        const composing = { question: '', topics: [TOPIC] };
        expect(composeBrief(mixed, asked, composing)).toEqual(composeBrief(all, asked, composing));
      }),
      { numRuns: RUNS },
    );
  });

  it('an article about something else changes nothing', () => {
    const other = articleOf({
      id: 'zz',
      arrival: 99,
      publishedAt: '2015-08-01',
      outlet: 'Gardener',
      title: 'Roses',
      text: 'Roses bloom twice. “Prune hard,” Rosa Vale advised on Tuesday.',
    });
    const asked = fc.oneof(
      fc.constant<Topic | string>(TOPIC),
      fc.constantFrom('harbor', 'holt', 'who was behind the harbor fire?', 'injured port'),
    );
    fc.assert(
      fc.property(articles, asked, (all, question) => {
        const composing = { question: '', topics: [TOPIC] };
        expect(composeBrief([...all, other], question, composing)).toEqual(
          composeBrief(all, question, composing),
        );
      }),
      { numRuns: RUNS },
    );
  });

  it('a bottom line of so many words stops with the passage that reaches them', () => {
    fc.assert(
      fc.property(articles, fc.integer({ min: 1, max: 120 }), (all, most) => {
        const request = { words: '', typed: '', asOf: null, since: null };
        const brief = briefArticles(all, [], request, { words: most });
        if (isRefusal(brief)) throw new Error('refused');
        const counts = brief.bottomLine.map((line) => line.text.split(/\s+/).length);
        const before = counts.slice(0, -1).reduce((sum, count) => sum + count, 0);
        expect(before).toBeLessThan(most);
        expectSpans(brief.bottomLine, all);
      }),
      { numRuns: RUNS },
    );
  });
});
