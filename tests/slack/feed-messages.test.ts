import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Feed } from '../../src/news/feed.ts';
import { feedNewsMessage } from '../../src/slack/messages/feed-news.ts';
import { checkedMessage, feedsMessage } from '../../src/slack/messages/feeds.ts';
import { sayAgo, sayAhead, sayFor, sayHabit } from '../../src/slack/messages/how-long.ts';
import type { Message } from '../../src/slack/messages/message.ts';
import { choiceBlocks, followedMessage } from '../../src/slack/messages/source-added.ts';
import { noFeedsMessage } from '../../src/slack/messages/suggestions.ts';
import { stoppedFollowing, whichFeed } from '../../src/slack/messages/which-feed.ts';
import { allFeedsView } from '../../src/slack/views/all-feeds.ts';
import { answerView } from '../../src/slack/views/answer.ts';
import { homeView } from '../../src/slack/views/home.ts';
import { checkContent, tooHeavy } from '../../src/workspace/api/check-content.ts';
import { checkView } from '../../src/workspace/block-kit/check-view.ts';

const NOW = '2026-11-25T12:00:00.000Z';
const instant = fc
  .date({ min: new Date('2001-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const orNull = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    '<!channel>',
    '<@U1>',
    '<http://a|b>',
    '*bold*',
    '\n\n',
    '',
    ' ',
    '&amp;',
    '\u202eevil',
  ),
  fc.constant('very long '.repeat(500)),
);
const refusal = fc.record({ refused: hostile, next: hostile });
const words = fc.array(fc.string({ minLength: 1, maxLength: 60 }), { maxLength: 20 });

const feed: fc.Arbitrary<Feed> = fc.record({
  url: fc.oneof(
    fc.webUrl({ withQueryParameters: true, withFragments: true }),
    fc.constant(`https://long.example/${'x'.repeat(1_480)}`),
  ),
  title: orNull(hostile),
  site: orNull(fc.oneof(fc.webUrl(), hostile)),
  by: orNull(fc.oneof(fc.constant('U0PERSON1'), hostile)),
  addedAt: instant,
  include: words,
  exclude: words,
  health: fc.record({
    ...{ dueAt: orNull(instant), askedAt: orNull(instant), answeredAt: orNull(instant) },
    ...{ newAt: orNull(instant), habit: orNull(fc.integer({ min: 0, max: 600_000 })) },
    patience: orNull(fc.integer({ min: 0, max: 600_000 })),
    ...{ problem: orNull(refusal), failingSince: orNull(instant), failures: fc.nat(1_000) },
    told: fc.constantFrom('failing', 'gone', 'silent', null),
  }),
  validators: fc.constant({ etag: null, lastModified: null }),
  entries: fc.array(
    fc.record({
      key: fc.string(),
      mark: fc.string(),
      article: fc.constant(null),
      failures: fc.nat(3),
    }),
    { maxLength: 3 },
  ),
});
const feeds = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.uniqueArray(feed, { minLength: 1, maxLength: 12, selector: ({ url }) => url }),
  },
  {
    weight: 1,
    arbitrary: feed.map((one) =>
      Array.from({ length: 300 }, (_, at) => ({ ...one, url: `${one.url}${at}`.slice(-1_500) })),
    ),
  },
);

/** One that Slack takes as a message and as a modal, and in which nothing pings. */
function isTaken(message: Message): void {
  const content = checkContent({ text: message.text, blocks: message.blocks } as never);
  expect(content).not.toHaveProperty('error');
  if ('error' in content) return;
  expect(tooHeavy(content)).toBe(false);
  const acting = message.blocks.filter(({ type }) => type === 'context' || type === 'section');
  // Instants are ours, and in Slack's own form.
  const said = `${message.text}${JSON.stringify(acting)}`.replace(
    /<!date\^\d+\^[^|<>]*\|[\w,: ]+>/g,
    '',
  );
  expect(said).not.toMatch(/<[!@#]/);
  isTakenAsView(answerView(message));
}

function isTakenAsView(view: unknown): void {
  const checked = checkView(view);
  expect(Array.isArray(checked) ? checked : []).toEqual([]);
}

describe('whatever feeds call themselves and whatever becomes of them,', () => {
  it('every message is one that Slack takes, and pings nobody', () => {
    fc.assert(
      fc.property(feeds, hostile, (all, typed) => {
        isTaken(feedsMessage(all, NOW));
        isTaken(checkedMessage(all, all, NOW));
        isTaken(checkedMessage([], all.slice(0, 1), NOW));
        for (const toDo of ['remove', 'check'] as const) isTaken(whichFeed(typed, all, toDo));
        for (const one of all.slice(0, 3)) {
          isTaken(followedMessage({ kind: 'feed', feed: one, listed: 3, isNew: true }, NOW));
          isTaken(stoppedFollowing(one));
          for (const news of ['failing', 'gone', 'silent', 'recovered'] as const) {
            isTaken(feedNewsMessage(one, news));
          }
        }
        const [filter] = all;
        if (filter) isTaken({ text: 'Which?', blocks: choiceBlocks(all, filter, 0) });
      }),
      { numRuns: 60 },
    );
  });

  it('Home and the list of all are such that Slack takes them', () => {
    fc.assert(
      fc.property(feeds, fc.integer({ min: -50, max: 400 }), (all, from) => {
        isTakenAsView(allFeedsView(all, from, NOW));
        isTakenAsView(
          homeView({ user: 'U1', topics: [], digests: [], feeds: all, suggestions: [], now: NOW }),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('any number of suggestions fits', () => {
    const url = 'https://news.example/feed';
    const suggestions = Array.from({ length: 60 }, (_, at) => ({
      title: `<!here> ${at}`,
      url,
      what: 'x'.repeat(200),
    }));
    isTaken(noFeedsMessage(suggestions));
    isTakenAsView(
      homeView({ user: 'U1', topics: [], digests: [], feeds: [], suggestions, now: NOW }),
    );
    isTaken(noFeedsMessage([]));
  });
});

describe('how long', () => {
  it.each([
    ['2026-11-25T12:00:30Z', 'just now'],
    ['2026-11-25T11:59:00Z', '1 minute ago'],
    ['2026-11-25T11:01:00Z', '59 minutes ago'],
    ['2026-11-25T10:59:00Z', '1 hour ago'],
    ['2026-11-24T00:00:00Z', '36 hours ago'],
    ['2026-11-20T12:00:00Z', '5 days ago'],
    ['2026-10-20T12:00:00Z', 'on 20 October 2026'],
  ])('ago: %s', (iso, said) => expect(sayAgo(iso, NOW)).toBe(said));

  it.each([
    ['2026-11-25T11:00:00Z', 'now'],
    ['2026-11-25T12:15:00Z', 'in 15 minutes'],
    ['2026-12-25T12:15:00Z', 'on 25 December 2026'],
  ])('ahead: %s', (iso, said) => expect(sayAhead(iso, NOW)).toBe(said));

  it('for', () => {
    expect(sayFor('2026-11-22T11:00:00Z', NOW)).toBe('for 3 days');
    expect(sayFor('2026-01-22T11:00:00Z', NOW)).toBe('since 22 January 2026');
  });

  it.each([
    [0, 'about 60 an hour'],
    [10, 'about 6 an hour'],
    [60, 'about one an hour'],
    [480, 'about 3 a day'],
    [1_440, 'about one a day'],
    [3_360, 'about 3 a week'],
    [10_080, 'about one a week'],
    [20_160, 'about 2 a month'],
    [43_200, 'about one a month'],
    [400_000, 'less than one a month'],
  ])('usually, of %d minutes between', (minutes, said) => expect(sayHabit(minutes)).toBe(said));
});
