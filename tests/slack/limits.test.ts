import { describe, expect, test } from 'vitest';
import type { PostOutcome } from '../../src/digest/ports.ts';
import { keepLimits } from '../../src/slack/limits.ts';
import { turnedTimer } from './turned-timer.ts';

const posted: PostOutcome = { outcome: 'posted', ts: '1.0' };
const tooMany = (retryAfter: number): PostOutcome => ({
  outcome: 'refused',
  reason: 'ratelimited',
  retryAfter,
});

describe('messages within limits', () => {
  /** Sends to these channels all at once; what was sent when, in seconds, with Slack's answers in turn. */
  async function sent(
    channels: readonly string[],
    answers: readonly PostOutcome[] = [],
    patience?: number,
  ) {
    const timer = turnedTimer();
    const limits = keepLimits(timer);
    const left = [...answers];
    const asked: { channel: string; at: number }[] = [];
    const outcomes = await Promise.all(
      channels.map((channel) =>
        limits.send(
          channel,
          async () => {
            asked.push({ channel, at: timer.now() / 1_000 });
            return left.shift() ?? posted;
          },
          patience,
        ),
      ),
    );
    return { asked, outcomes };
  }

  test('are a second apart in a channel, and no other channel waits for that', async () => {
    const { asked } = await sent(['C1', 'C1', 'C1', 'C2', 'C3']);
    const ats = (channel: string) => asked.filter((one) => one.channel === channel);
    const [first = 0, second = 0, third = 0] = ats('C1').map(({ at }) => at);
    expect(second - first).toBeGreaterThanOrEqual(1);
    expect(third - second).toBeGreaterThanOrEqual(1);
    for (const other of ['C2', 'C3']) expect(ats(other)[0]?.at).toBeLessThan(1);
  });

  test('are no more than 600 a minute in all after a burst', async () => {
    const { asked } = await sent(Array.from({ length: 350 }, (_, at) => `C${at}`));
    expect(asked.filter(({ at }) => at < 0.1).length).toBeLessThanOrEqual(51);
    const last = asked.at(-1)?.at ?? 0;
    expect(last).toBeGreaterThanOrEqual(29.8);
    expect(last).toBeLessThan(31);
  });

  test('all wait where Slack wants that for one, and each is asked for again once', async () => {
    const channels = Array.from({ length: 80 }, (_, at) => `C${at}`);
    const { asked, outcomes } = await sent(channels, [tooMany(30)]);
    expect(outcomes.every(({ outcome }) => outcome === 'posted')).toBe(true);
    expect(asked).toHaveLength(81);
    // What was on its way as Slack said so can't be taken back.
    expect(asked.filter(({ at }) => at > 0.1 && at < 30)).toEqual([]);
  });

  test('that would wait too long are not sent, and say when they may be', async () => {
    const limits = keepLimits(turnedTimer());
    for (const send of [async () => tooMany(600), async () => expect.fail('It was sent.')]) {
      const outcome = await limits.send('C1', send);
      expect(outcome).toMatchObject({ outcome: 'refused', reason: 'ratelimited' });
      const { retryAfter = 0 } = outcome as { retryAfter?: number };
      expect(retryAfter).toBeGreaterThan(590);
      expect(retryAfter).toBeLessThanOrEqual(600);
    }
    const impatient = await sent(['U1', 'U1', 'U1'], [], 1_500);
    expect(impatient.outcomes.map(({ outcome }) => outcome)).toEqual([
      'posted',
      'posted',
      'refused',
    ]);
  });
});

test('nobody looks for a message while Slack wants no questions', async () => {
  const timer = turnedTimer();
  const limits = keepLimits(timer);
  expect(limits.mayLook()).toBe(true);
  limits.lookNoMore(30);
  expect(limits.mayLook()).toBe(false);
  await timer.sleep(30_000);
  expect(limits.mayLook()).toBe(true);
});
