import type { Refusal } from './refusal.ts';

/** An address that lists articles, with its health. */
export interface Feed {
  /** Where it is fetched; what it is told apart by. */
  readonly url: string;
  /** What it calls itself; null until it has been read. */
  readonly title: string | null;
  /** The site it belongs to; null where it names none. */
  readonly site: string | null;
  /** The user who added it and hears of its problems; null where it was added from a terminal. */
  readonly by: string | null;
  /** ISO 8601 in UTC. */
  readonly addedAt: string;
  /** Words or phrases of which an entry must hold one; empty takes every entry. */
  readonly include: readonly string[];
  /** Words or phrases of which an entry may hold none. */
  readonly exclude: readonly string[];
  readonly health: FeedHealth;
  /** What is asked with, so that an unchanged feed answers in one line. */
  readonly validators: Validators;
  /** The entries that it lists, and those that it listed lately: none is taken twice. */
  readonly entries: readonly SeenEntry[];
}

/** How a feed is doing. Instants are ISO 8601 in UTC. */
export interface FeedHealth {
  /** When it is asked next; null where it is gone and no longer asked. */
  readonly dueAt: string | null;
  /** When it was last asked; null before the first time. */
  readonly askedAt: string | null;
  /** When it last answered as a feed does; null where it never has. */
  readonly answeredAt: string | null;
  /** When an answer last held an entry that was new; null where none has. */
  readonly newAt: string | null;
  /** Minutes between entries, as is its habit; null while too few are known. */
  readonly habit: number | null;
  /** Minutes without an entry after which, by its habit, it has fallen silent; null while too few are known. */
  readonly patience: number | null;
  /** Minutes for which the feed itself asks to be left alone after each look; absent where it doesn't say. */
  readonly rest?: number;
  /** Why the last answer was none; null where it was one. */
  readonly problem: Refusal | null;
  /** Since when every answer has been none; null where the last was one. */
  readonly failingSince: string | null;
  /** Answers in a row that were none. */
  readonly failures: number;
  /** What its adder was last told of it; null where all is well. */
  readonly told: FeedTrouble | null;
}

/** What whoever added a feed is told: it has failed for a day, is gone for good, or has fallen silent. */
export type FeedTrouble = 'failing' | 'gone' | 'silent';

/** What HTTP tells versions of one address apart by, as last received; null where it gave none. */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** An entry that a feed has listed. */
export interface SeenEntry {
  /** What the entry is told apart by in its feed. */
  readonly key: string;
  /** Digest of what it said, so that a change is noticed. */
  readonly mark: string;
  /** The article it became; null where it was left out or could not be read yet. */
  readonly article: string | null;
  /** Times its page could not be read; absent where it never failed. */
  readonly failures?: number;
  /** Why its page could not be read, while that is still tried; ISO 8601 in UTC for when. */
  readonly again?: { readonly at: string; readonly problem: Refusal };
}
