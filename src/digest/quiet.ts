import type { Subscription } from '../news/subscription.ts';

/** Channels in which nothing is to be done for a while, unless something changes. A running schedule keeps one. */
export interface Quiet {
  /** Whether a channel need not be looked at; `changes` is how often its ledger has changed, `now` ISO 8601 in UTC. */
  has(subscription: Subscription, changes: number | undefined, now: string): boolean;
  /** Remembers that nothing is to be done from `now` until then. `changes` was read before that was found. */
  note(subscription: Subscription, changes: number | undefined, now: string, until: string): void;
}

/** Nothing is known yet. */
export function nothingQuiet(): Quiet {
  const known = new Map<string, { readonly of: string; readonly from: string; until: string }>();
  const of = (...all: readonly [Subscription, number | undefined]) => JSON.stringify(all);
  return {
    has(subscription, changes, now) {
      const quiet = known.get(subscription.channel);
      // A clock that was set back may call for an earlier slot.
      const isNow = quiet !== undefined && quiet.from <= now && now < quiet.until;
      return isNow && quiet.of === of(subscription, changes);
    },
    note(subscription, changes, from, until) {
      known.set(subscription.channel, { of: of(subscription, changes), from, until });
    },
  };
}
