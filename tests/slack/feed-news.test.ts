import { afterEach, describe, expect, it } from 'vitest';
import type { Feed } from '../../src/news/feed.ts';
import { tellFeedNews } from '../../src/slack/telling.ts';
import { feedAt, memorySources, withHealth } from './memory-sources.ts';
import { type Office, openOffice, seen } from './office.ts';

let office: Office;
afterEach(() => office.close());

const SINCE = '2026-11-21T14:05:00.000Z';
const problem = { refused: 'news.example answered 503.', next: 'Wait until it is back.' };

async function open(health: Partial<Feed['health']>): Promise<Feed> {
  const feed = withHealth(feedAt('https://news.example/feed', { title: 'Lake gazette' }), health);
  office = await openOffice({}, [], { sourcesOn: () => memorySources({ followed: [feed] }) });
  return { ...feed, by: office.workspace.person.id };
}

describe('whoever added a feed', () => {
  it.each([
    [
      'failing',
      /Lake gazette”, which you added, has failed since <!date.*\|Sat, 21 Nov 2026 14:05 UTC>.*answered 503.*Wait until/s,
    ],
    ['gone', /Lake gazette”, which you added, is gone for good.*\/sources add/s],
    ['silent', /nothing new since .*though its habit is about 3 a day.*still answers/s],
    ['recovered', /Lake gazette” answers again.*nothing to do/s],
  ] as const)('is told in private when it is %s', async (news, words) => {
    const feed = await open({ problem, failingSince: SINCE, newAt: SINCE });
    const tell = tellFeedNews(office.desk.poster);
    expect(await tell(feed, news)).toBe(true);
    const [told] = office.workspace.messages('dm');
    expect(told?.text).toMatch(words);
  });

  it('may ask it at once, or stop following, from that message', async () => {
    const feed = await open({ problem, failingSince: SINCE });
    await tellFeedNews(office.desk.poster)(feed, 'failing');
    expect(seen(await office.press('sources:check:0'))).toContain('It did not answer');
    await office.workspace.person.press('sources:remove:0');
    await office.desk.inFlight.settled();
    expect(await office.desk.sources.feeds()).toEqual([]);
  });

  it('in a terminal is told nothing, for there is nobody to tell', async () => {
    const feed = await open({ problem });
    const tell = tellFeedNews(office.desk.poster);
    expect(await tell({ ...feed, by: null }, 'failing')).toBe(true);
    expect(office.workspace.messages('dm')).toEqual([]);
  });

  it('that Slack does not reach is told again by the caller, who learns so', async () => {
    const feed = await open({ problem });
    office.workspace.fault('chat.postMessage', { kind: 'rate-limited', retryAfter: 30 });
    expect(await tellFeedNews(office.desk.poster)(feed, 'failing')).toBe(false);
  });
});
