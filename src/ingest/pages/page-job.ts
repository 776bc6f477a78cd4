import type { Reading } from '../../news/reading.ts';
import type { Refusal } from '../../news/refusal.ts';
import type { Unread } from '../../reading/read.ts';
import type { ReadFeed } from '../feeds/read-feed.ts';
import type { OtherPage } from './not-an-article.ts';
import type { Page } from './page.ts';

/** A web page to read: its text as decoded, and the address that it came from where that is known. */
export interface PageJob {
  readonly kind: 'page';
  readonly html: string;
  readonly url: string | null;
}

/** A feed to read: its bytes as they came, and the address that answered. */
export interface FeedJob {
  readonly kind: 'feed';
  readonly bytes: Uint8Array;
  readonly contentType: string | null;
  readonly url: string;
}

/** Texts to read as articles. */
export interface ReadingJob {
  readonly kind: 'reading';
  readonly texts: readonly Unread[];
}

/** What the thread for untrusted input can be asked for; a kind more is a member here and a case in the worker. */
export type Job = PageJob | FeedJob | ReadingJob;

/** What comes of each kind of job. */
export interface JobResults {
  readonly page: Page | OtherPage;
  readonly feed: ReadFeed | Refusal;
  readonly reading: readonly Reading[];
}

/** What the worker answers; 'broken' where the parser threw, as it does on markup that is nested too deep. */
export type JobAnswer<K extends Job['kind']> = { readonly result: JobResults[K] } | 'broken';
