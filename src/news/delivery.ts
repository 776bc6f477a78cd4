import type { Line, Source } from './brief.ts';

/** The articles about one happening, by the line that tells it best. */
export interface DigestStory {
  readonly story: string;
  readonly line: Line;
  /** Names of the topics it belongs to. */
  readonly topics: readonly string[];
  /** Who said something new in it: the best statements, each cited. */
  readonly statements: readonly Line[];
  /** The `n` of each article of the story. */
  readonly sources: readonly number[];
}

/** What a channel gets on schedule. */
export interface Digest {
  readonly channel: string;
  /** Articles with an arrival after `after` and up to `upTo`. */
  readonly after: number;
  readonly upTo: number;
  readonly stories: readonly DigestStory[];
  readonly sources: readonly Source[];
  /** What had no room, or no passage that fits; absent where nothing was left out. */
  readonly leftOut?: LeftOut;
}

/** How much of what was new is not in a digest. */
export interface LeftOut {
  readonly stories: number;
  /** Articles that are listed nowhere in it. */
  readonly articles: number;
  /** Statements, of the stories shown, that are not. */
  readonly statements: number;
}

/**
 * What became of a digest.
 * `claimed`: written before Slack is asked, so a restart finds it and never posts blindly.
 * `posted`: Slack confirmed. `empty`: nothing new, nothing to post. `refused`: Slack said no, nothing was posted.
 * `unknown`: Slack left it open and nobody has settled it yet.
 */
export type DeliveryState = 'claimed' | 'posted' | 'empty' | 'refused' | 'unknown';

/** One digest's fate. */
export interface Delivery {
  /** Channel and slot: the same slot is never delivered twice. Travels in the message's metadata. */
  readonly id: string;
  readonly channel: string;
  /** The moment it was due (or asked for, by `/digest now`), ISO 8601 in UTC. */
  readonly slot: string;
  readonly state: DeliveryState;
  readonly digest: Digest;
  /** Earlier slots that passed without a digest and are made good by this one, oldest first, the latest 50. */
  readonly missed?: readonly string[];
  /** True where it was begun well after its slot. */
  readonly late?: boolean;
  /** The message's timestamp in Slack, once known. */
  readonly ts: string | null;
  /** Why it was refused or is unknown: Slack's error code. */
  readonly reason: string | null;
  /** When the state last changed, ISO 8601 in UTC. */
  readonly at: string;
  /** When a refused one may be tried again, ISO 8601 in UTC; absent where trying again as it is won't help. */
  readonly retryAt?: string;
  /** When the subscriber was told of the refusal, or asked about the unknown; ISO 8601 in UTC. */
  readonly toldAt?: string;
  /** When telling or asking the subscriber last failed, ISO 8601 in UTC; it is tried again some time after. */
  readonly unreachedAt?: string;
}
