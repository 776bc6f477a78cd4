import type { OwnedCorpus } from '../../corpus/owned-corpus.ts';
import type { Fetching } from '../fetch-article.ts';
import type { FeedReader } from './feed-reader.ts';

/** What polling works with; `now` is ISO 8601 in UTC, `chance` from 0 to 1. */
export interface Polling extends Fetching {
  readonly corpus: OwnedCorpus;
  /** Of all polls, one at a time looks up what is there and adds to it. */
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>;
  readonly feeds: FeedReader;
  readonly now: () => string;
  readonly chance: () => number;
}
