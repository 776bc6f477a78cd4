import { setTimeout } from 'node:timers/promises';
import type { PostOutcome } from '../digest/ports.ts';

/** Between two messages to one channel: Slack takes one a second. All in milliseconds. */
const CHANNEL_APART = 1_000;
/** Between two messages anywhere: Slack takes "several hundred" a minute of an app, and we take that for 600. */
const APART = 100;
/** So much earlier than that a message may go where few went before: bursts are tolerated. */
const HEAD_START = 5_000;
/** A digest waits so long for its turn: with a client's time-out still well within the ledger's grace. */
const LONGEST_WAIT = 60_000;

/** A clock in milliseconds, and how to wait by it. */
export interface Timer {
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<unknown>;
}

const REAL: Timer = { now: () => performance.now(), sleep: (ms) => setTimeout(ms) };

/** What keeps an app within Slack's limits, whoever of it asks. */
export interface Limits {
  /**
   * Sends a message when Slack takes one for that channel. Where Slack said "too many", nothing was posted: then it is
   * sent again once Slack takes more, and so long nothing else is sent either. Refused, as Slack would, where its turn
   * does not come within `patience` milliseconds.
   */
  readonly send: (
    channel: string,
    send: () => Promise<PostOutcome>,
    patience?: number,
  ) => Promise<PostOutcome>;
  /** Whether Slack may be asked what was posted: not for as long as it wanted no more of that. */
  readonly mayLook: () => boolean;
  /** Slack wants not to be asked that for so many seconds. */
  readonly lookNoMore: (seconds: number) => void;
}

/** Keeps all messages of an app within Slack's limits. One process makes one. */
export function keepLimits(timer: Timer = REAL): Limits {
  /** When the next message may go at all, by our pace and by what Slack said. */
  let [nextAt, openAt] = [0, 0];
  let lookAt = 0;
  /** When a channel takes its next, for those that wait; the earliest first. */
  const channels = new Map<string, number>();

  /** Waits for a turn; 0 once it has come, else the milliseconds after which it would. */
  async function turn(channel: string, until: number): Promise<number> {
    for (;;) {
      const now = timer.now();
      const free = Math.max(now, openAt, channels.get(channel) ?? 0);
      const at = Math.max(free, nextAt - HEAD_START);
      if (at > until) return at - now;
      // Only who may go takes a place in the line: a channel that has to wait holds nobody up.
      if (free > now) {
        await timer.sleep(free - now);
        continue;
      }
      nextAt = Math.max(at, nextAt) + APART;
      for (const [other, freeAt] of channels) if (freeAt <= now) channels.delete(other);
      channels.delete(channel);
      channels.set(channel, at + CHANNEL_APART);
      if (at > now) await timer.sleep(at - now);
      if (openAt <= timer.now()) return 0;
    }
  }

  async function send(
    channel: string,
    post: () => Promise<PostOutcome>,
    patience = LONGEST_WAIT,
  ): Promise<PostOutcome> {
    const until = timer.now() + patience;
    for (;;) {
      const wait = await turn(channel, until);
      if (wait > 0) {
        return { outcome: 'refused', reason: 'ratelimited', retryAfter: Math.ceil(wait / 1_000) };
      }
      const outcome = await post();
      if (outcome.outcome !== 'refused' || outcome.reason !== 'ratelimited') return outcome;
      if (outcome.retryAfter === undefined) return outcome;
      openAt = Math.max(openAt, timer.now() + Math.max(1, outcome.retryAfter) * 1_000);
    }
  }

  return {
    send,
    mayLook: () => timer.now() >= lookAt,
    lookNoMore: (seconds) => {
      lookAt = timer.now() + seconds * 1_000;
    },
  };
}
