import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BriefAnswer } from '../../src/briefing/brief.ts';
import { lengthOf, ONE_SCREEN } from '../../src/briefing/budget.ts';
import { citedCorrections } from '../../src/briefing/cite.ts';
import { composeBrief } from '../../src/briefing/compose.ts';
import { changesIn } from '../../src/briefing/corrections.ts';
import { quotesOf } from '../../src/briefing/quotes.ts';
import { sourcesOf } from '../../src/briefing/sources.ts';
import { composeDigest } from '../../src/digest/compose.ts';
import type { Article } from '../../src/news/article.ts';
import type { Line } from '../../src/news/brief.ts';
import { readText } from '../../src/reading/read.ts';
import { briefMessage } from '../../src/slack/messages/brief.ts';
import { correctionsMessage } from '../../src/slack/messages/corrections.ts';
import { digestMessage } from '../../src/slack/messages/digest.ts';
import type { Message } from '../../src/slack/messages/message.ts';
import { plainTextMessage } from '../../src/slack/messages/plain-text.ts';
import { quotesMessage, sourcesMessage, timelineMessage } from '../../src/slack/messages/views.ts';
import { articleView } from '../../src/slack/views/article.ts';
import { checkContent, tooHeavy } from '../../src/workspace/api/check-content.ts';
import { checkBlocks } from '../../src/workspace/block-kit/check-blocks.ts';
import { seen } from './office.ts';

const NAMES = ['Ada Brook', 'the council', 'a senior official', 'people familiar with the matter'];
const markup = fc.constantFrom(
  '<!channel>',
  '<@U1>',
  '&amp;',
  '*bold*',
  '`x`',
  '<http://a|b>',
  '“',
  '🙂',
);

/** A sentence of news, with whatever a web page may have in it; now and then far too long. */
const sentence = fc
  .tuple(
    fc.constantFrom(...NAMES),
    fc.constantFrom('said', 'denied', 'announced', 'declined to say'),
    fc.oneof(
      {
        weight: 9,
        arbitrary: fc.array(fc.oneof(fc.lorem({ maxCount: 4 }), markup), {
          minLength: 1,
          maxLength: 6,
        }),
      },
      { weight: 1, arbitrary: fc.constant(Array(700).fill('bridge')) },
    ),
    fc.boolean(),
  )
  .map(([who, cue, words, quoted]) => {
    const what = `the bridge ${words.join(' ')} 4.2 million people on June 4`;
    return quoted ? `“${what},” ${who} said.` : `On Monday ${who} ${cue} that ${what}.`;
  });

const article = fc
  .record({
    id: fc.uuid(),
    title: fc.option(fc.oneof(fc.lorem(), markup, fc.string({ maxLength: 400 })), { nil: null }),
    outlet: fc.option(fc.oneof(fc.string({ maxLength: 200 }), markup), { nil: null }),
    url: fc.option(fc.webUrl({ withFragments: true, withQueryParameters: true }), { nil: null }),
    publishedAt: fc.option(fc.constantFrom('2015-06-22', '2015-07-01T10:00:00Z'), { nil: null }),
    text: fc.array(sentence, { minLength: 1, maxLength: 8 }).map((all) => all.join('\n\n')),
  })
  .map((bare) => ({ ...bare, author: null, basedOn: [], revision: 1, reading: readText(bare) }));

const articles = fc
  .uniqueArray(article, { minLength: 1, maxLength: 12, selector: ({ id }) => id })
  .map((all): Article[] =>
    all.map((one, at) => ({ ...one, arrival: at + 1, ingestedAt: '2015-07-02T00:00:00.000Z' })),
  );

const page = () => 'http://127.0.0.1:3000/articles/x';

function isTaken(message: Message): void {
  const content = checkContent({ text: message.text, blocks: message.blocks } as never);
  expect(content).not.toHaveProperty('error');
  if ('error' in content) return;
  expect(tooHeavy(content)).toBe(false);
  const mrkdwn = JSON.stringify(
    message.blocks.filter(({ type }) => type === 'context' || type === 'section'),
  );
  expect(`${mrkdwn}${message.text}`).not.toMatch(/<[!@#]/);
}

function textOf(all: readonly Article[], { articleId, start, end }: Line): string | undefined {
  return all.find(({ id }) => id === articleId)?.text.slice(start, end);
}

describe('every message, whatever the articles hold,', () => {
  it('is one that Slack takes, pings nobody, and shows each line word for word', () => {
    fc.assert(
      fc.property(articles, fc.boolean(), (all, withPage) => {
        const linked = withPage ? page : undefined;
        const brief: BriefAnswer = {
          ...composeBrief(all, 'bridge', { question: 'bridge' }),
          ...{ title: 'bridge', since: null, notice: null, asked: { about: 'bridge', upTo: 1 } },
        };
        const message = briefMessage(brief, linked, []);
        isTaken(message);
        const words = seen(message);
        for (const line of brief.answers.flatMap(({ lines }) => lines)) {
          expect(words).toContain(line.text);
        }
        isTaken(plainTextMessage(brief));
        const asked = { words: 'bridge', since: null, asOf: null };
        const sources = sourcesOf(all, [], asked);
        if ('sources' in sources) isTaken(sourcesMessage(sources, linked));
        const quotes = quotesOf(all, [], { ...asked, words: 'Ada Brook' });
        if ('lines' in quotes) isTaken(quotesMessage(quotes, linked));
        const timeline = timelineMessage(brief, linked);
        if ('blocks' in timeline) isTaken(timeline);
      }),
      { numRuns: 60 },
    );
  });

  it('holds for corrections, in a brief and in a thread, and the brief still fits one screen', () => {
    fc.assert(
      fc.property(articles, articles, (all, later) => {
        const corrections = all.flatMap((before, at) => {
          const now = { ...before, ...later[at], id: before.id, revision: 2 };
          const spans = [...before.reading.passages, ...before.reading.statements];
          return changesIn(before, now, spans);
        });
        for (const { was, now } of corrections) {
          expect(was.text).toBe(textOf(all, was));
          if (now !== null) expect(now.revision).toBe(2);
        }
        const asked = { question: 'bridge', corrections: corrections.slice(0, 3) };
        const brief: BriefAnswer = {
          ...composeBrief(all, 'bridge', asked),
          ...{ title: 'bridge', since: null, notice: null, asked: { about: 'bridge', upTo: 1 } },
        };
        expect(lengthOf(brief)).toBeLessThanOrEqual(ONE_SCREEN);
        isTaken(briefMessage(brief, page, []));
        isTaken(plainTextMessage(brief));
        const cited = citedCorrections(corrections.slice(0, 5), all);
        if (cited.corrections.length > 0) isTaken(correctionsMessage(cited, page));
      }),
      { numRuns: 60 },
    );
  });

  it('holds for digests', () => {
    fc.assert(
      fc.property(articles, (all) => {
        const range = { after: 0, upTo: all.length, except: [] };
        const news = all.map((one) => ({ article: one, topics: ['opm'] }));
        const digest = composeDigest('C1', range, news);
        const message = digestMessage({ digest }, page);
        isTaken(message);
        for (const { line } of digest.stories) expect(seen(message)).toContain(line.text);
      }),
      { numRuns: 60 },
    );
  });

  it('holds for an article opened to read', () => {
    fc.assert(
      fc.property(articles, ([first]) => {
        const view = articleView(first as Article);
        expect(checkBlocks(view.blocks, 'view')).toEqual([]);
        expect(view.title.text.length).toBeLessThanOrEqual(24);
      }),
      { numRuns: 60 },
    );
  });
});
