import { describe, expect, it } from 'vitest';
import type { Delivery } from '../../src/news/delivery.ts';
import { RESUME_DIGEST } from '../../src/slack/actions/ids.ts';
import { problemMessage } from '../../src/slack/messages/problem.ts';
import { deliveredMessage } from '../../src/slack/messages/subscription.ts';

function refusedFor(reason: string): Delivery {
  const [channel, slot] = ['C0BRIEFING', '2015-07-02T06:30:00.000Z'];
  return {
    ...{ id: `${channel}/${slot}`, channel, slot, state: 'refused', ts: null, reason, at: slot },
    digest: { channel, after: 0, upTo: 1, stories: [], sources: [] },
  };
}

describe('a digest that was not posted', () => {
  it.each([
    ['channel_not_found', /channel is gone.*\/invite @Briefing.*\/digest on/s],
    ['not_in_channel', /not in that channel.*\/invite @Briefing.*\/digest on/s],
    ['is_archived', /archived.*Unarchive it.*\/digest on/s],
    ['restricted_action', /may not post there.*Ask an admin.*\/digest on/s],
    ['ratelimited', /yet: Slack is busy.*nothing to do/s],
    ['token_revoked', /no longer lets me in.*install the app again/s],
    ['msg_too_long', /Slack answered "msg_too_long".*Nothing is lost/s],
    ['article_removed', /an article in it has been removed.*next digest holds what remains/s],
  ])('for %s says why and what to do, to whoever asked and to the subscriber', (reason, words) => {
    const delivery = refusedFor(reason);
    const answer = deliveredMessage({ kind: 'delivery', delivery });
    expect('refused' in answer && `${answer.refused} ${answer.next}`).toMatch(words);
    const message = problemMessage({ to: 'U1', delivery, paused: false });
    expect(message.text).toMatch(words);
    expect(message.text).toContain('<#C0BRIEFING>');
  });

  it('offers to resume only where the channel is paused', () => {
    const delivery = refusedFor('is_archived');
    for (const paused of [true, false]) {
      const { blocks } = problemMessage({ to: 'U1', delivery, paused });
      expect(JSON.stringify(blocks).includes(RESUME_DIGEST)).toBe(paused);
    }
  });
});
