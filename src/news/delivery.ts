import type { Correction, Line, Source } from './brief.ts';

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
  /** Outlets that report it, each once; reprints are no outlets of their own. */
  readonly outlets?: number;
  /** What its lines hold that is new, where the channel was told of the story before; absent where the story is new. */
  readonly update?: readonly Material[];
}

/** What makes a story that was told before worth telling again. */
export type Material = 'statement' | 'figure' | 'event';

/** A story that no line tells: told by the titles of its articles, in the digest's thread where it has one. */
export interface FurtherStory {
  readonly story: string;
  readonly topics: readonly string[];
  /** The `n` of each of its articles that is listed. */
  readonly sources: readonly number[];
  /** True where the digest itself tells it, and the thread lists its articles. */
  readonly isAbove?: boolean;
}

/** How many articles on a topic were published on each day of two weeks, the earliest day first. */
export interface TopicCoverage {
  /** The topic's title. */
  readonly topic: string;
  readonly days: readonly number[];
  /** ISO 8601. */
  readonly lastDay: string;
}

/** What a channel gets on schedule. */
export interface Digest {
  readonly channel: string;
  /** Articles with an arrival after `after` and up to `upTo`. */
  readonly after: number;
  readonly upTo: number;
  /** New ones first, by topic, then those told of before that have something new. */
  readonly stories: readonly DigestStory[];
  readonly sources: readonly Source[];
  /** Messages of its thread, which lists its articles by title; absent where its screen does. */
  readonly thread?: number;
  /** What is told by titles alone; absent where every story has its line. */
  readonly further?: readonly FurtherStory[];
  /** By topic, the most written about first; absent where there is too little to draw. */
  readonly coverage?: readonly TopicCoverage[];
  /** In the thread of a digest: what of it is gone from its articles; absent elsewhere. */
  readonly corrections?: readonly Correction[];
  /** What is not in it, nor in its thread; absent where nothing was left out. */
  readonly leftOut?: LeftOut;
}

/** How much of what was new is not in a digest. */
export interface LeftOut {
  readonly stories: number;
  /** Articles that are listed nowhere in it. */
  readonly articles: number;
  /** Statements, of the stories shown, that are not. */
  readonly statements: number;
  /** Articles that say nothing beyond what the channel was told; absent where there is none. */
  readonly repeats?: number;
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
  /** Of a message in the thread of a digest: which, from 1. Absent for the digest itself. */
  readonly part?: number;
  /** The message whose thread it belongs in; absent for a digest itself, and where its message is not known. */
  readonly threadTs?: string;
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
