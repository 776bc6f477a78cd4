import type { Article } from '../news/article.ts';
import type { Topic } from '../news/topic.ts';
import type { Corpus } from './corpus.ts';
import type { SeenCorpus } from './reader.ts';

/** What has become of articles. */
export interface Changes {
  /** Those added, amended or given a new text, in order of their arrivals. */
  readonly changed: readonly Article[];
  /** Ids. */
  readonly removed: readonly string[];
  /** Stands for what has been changed up to these. */
  readonly mark: number;
}

/** The articles of a corpus while nobody else changes any. */
export interface Shelf
  extends Pick<Corpus, 'search' | 'article' | 'size' | 'add' | 'remove' | 'amend'> {
  /** The same as `article` for the newest revisions of several, by the ids that were asked for. */
  articles(ids: readonly string[]): Promise<ReadonlyMap<string, Article>>;
  /** Stands for what has been changed so far. */
  mark(): Promise<number>;
  /** What has been changed since a mark; undefined where that is too long ago to be known. */
  changesAfter(mark: number): Promise<Changes | undefined>;
}

/** An owner's view, with what opening a library and working beside other owners needs besides. */
export interface OwnedCorpus extends Corpus, SeenCorpus {
  /** Stands for what has been changed of articles so far, or for a little less. */
  mark(): Promise<number>;
  /** What others have changed of articles since a mark, while they go on; undefined where that is too long ago to be known. */
  changesAfter(mark: number): Promise<Changes | undefined>;
  /** Runs work while no other process adds, amends or removes articles. What it does it may do in one step. */
  alone<T>(work: (shelf: Shelf) => Promise<T>): Promise<T>;
  /**
   * Runs work once no other process is at the one of this name. A process that dies at it lets it go within a minute;
   * one that lost sight of the others for as long is told by `isOurs`.
   */
  exclusively<T>(name: string, work: () => Promise<T>): Promise<T>;
  /** The same where no other process is at it; otherwise nothing is done, and resolves with undefined. */
  ifFree<T>(name: string, work: () => Promise<T>): Promise<T | undefined>;
  /** Whether work of this name, which this process is at, is still its own. */
  isOurs(name: string): boolean;
  markStarterLoaded(): Promise<void>;
  /** Remembers topics as topics.yml had them when they were last taken from it. */
  keepSeeded(topics: readonly Topic[]): Promise<void>;
}
