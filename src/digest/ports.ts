import type { Delivery } from '../news/delivery.ts';
import type { InTurn } from './turns.ts';

/**
 * What became of one request to post.
 * `refused`: Slack answered no, nothing was posted; `reason` is its error code, `retryAfter` in seconds.
 * `unknown`: it may or may not have been posted (a time-out, a broken connection, an error of Slack's own).
 */
export type PostOutcome =
  | { readonly outcome: 'posted'; readonly ts: string }
  | { readonly outcome: 'refused'; readonly reason: string; readonly retryAfter?: number }
  | { readonly outcome: 'unknown'; readonly reason: string };

/**
 * Posts a delivery's digest to its channel, or what stands in its thread there, with the delivery's id in the message's
 * metadata: one request, no retry. `claim` writes down that it may be there from now on, and comes just before the request:
 * what still waits for its turn is not there for certain.
 */
export type Post = (delivery: Delivery, claim: () => Promise<void>) => Promise<PostOutcome>;

/**
 * Whether the channel's history holds a message: `cannot-look` where that was not granted, `not-now` where the
 * answer did not come (Slack is down, busy, or out of reach).
 */
export type LookUpOutcome =
  | { readonly outcome: 'found'; readonly ts: string }
  | { readonly outcome: 'absent' }
  | { readonly outcome: 'cannot-look' }
  | { readonly outcome: 'not-now' };

/** Looks in the channel, from a day before the claim on, for the message with the delivery's id in its metadata. */
export type LookUp = (delivery: Delivery) => Promise<LookUpOutcome>;

/** A refused delivery, for the person who set the subscription up. */
export interface Problem {
  readonly to: string;
  readonly delivery: Delivery;
  /** True where nothing more is posted until the subscription is resumed: offer a button for it. */
  readonly paused: boolean;
}

/** An ambiguous delivery, for the person who set the subscription up: is it there, or should it be posted? */
export interface OpenQuestion {
  readonly to: string;
  readonly delivery: Delivery;
}

/** What the digest needs of the outside; everything else is computed. */
export interface Ports {
  readonly post: Post;
  readonly lookUp: LookUp;
  /** Sends the subscriber a private message about a problem; not "posted" means it is sent again later. */
  readonly tell: (problem: Problem) => Promise<PostOutcome>;
  /** Sends the subscriber a private message with the answers "It's there" and "Post it", which come back through `settle`. */
  readonly ask: (question: OpenQuestion) => Promise<PostOutcome>;
  /** The current instant, ISO 8601 in UTC. */
  readonly clock: () => string;
  /** One for the whole process, from `shareTurns()`. */
  readonly inTurn: InTurn;
  /**
   * Throws StorageError where the channel's turn, which this process took, may be another's by now; from
   * `shareTurns()`, and absent where there is no other process.
   */
  readonly assertOurs?: (channel: string) => void;
}
