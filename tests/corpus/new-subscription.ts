import type { Subscription } from '../../src/news/subscription.ts';

/** A channel's subscription. */
export function subscription(channel: string): Subscription {
  return {
    channel,
    topics: ['opm'],
    schedule: { days: [1, 2], times: ['08:30'], timeZone: 'America/New_York' },
    by: 'U1',
    since: '2026-03-01T00:00:00.000Z',
    startsAfter: 0,
  };
}
