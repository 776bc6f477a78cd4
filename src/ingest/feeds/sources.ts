import type { Added } from '../../corpus/corpus.ts';
import type { Feed } from '../../news/feed.ts';
import type { Refusal } from '../../news/refusal.ts';

/** What became of an address that somebody typed. */
export type SourceAdded =
  /** A feed, followed from now on; `listed` is how many entries it lists at the moment. */
  | { readonly kind: 'feed'; readonly feed: Feed; readonly listed: number; readonly isNew: boolean }
  /** An article, in the library. */
  | {
      readonly kind: 'article';
      readonly added: Added;
      readonly title: string | null;
      readonly outlet: string | null;
    }
  /** Feeds of which somebody has to say which: a page names several, or following was not asked for. */
  | { readonly kind: 'choice'; readonly feeds: readonly FoundFeed[] };

/** A feed that a page names. */
export interface FoundFeed {
  readonly url: string;
  readonly title: string | null;
}

/** How far a long piece of work is. */
export interface Progress {
  readonly done: number;
  readonly of: number;
  /** What is being worked on. */
  readonly at: string;
}

/** What somebody asks for who gives an address. */
export interface SourceWish {
  readonly url: string;
  /** Who asks; null in a terminal. */
  readonly by: string | null;
  /** Words or phrases of which an entry of the feed must hold one; empty takes every entry. */
  readonly include: readonly string[];
  /** Words or phrases of which an entry may hold none. */
  readonly exclude: readonly string[];
  /** Where false, only an article is added, and a feed comes back as a choice: a link in a message is no wish to follow. */
  readonly follow: boolean;
}

/** Where articles come from, as the people who use them manage it. */
export interface Sources {
  /** Follows a feed, or the one a site names, or adds the article at an address; tells how far it is. */
  add(wish: SourceWish, tell: (progress: Progress) => void): Promise<SourceAdded | Refusal>;
  /** Stops following; what it brought stays in the library. */
  remove(url: string): Promise<Feed | Refusal>;
  /** Asks one feed, or all of them, now, as far as their hosts allow it; resolves with each as it then is. */
  check(url: string | null, tell: (progress: Progress) => void): Promise<readonly Feed[] | Refusal>;
  /** Every feed followed, in order of title. */
  feeds(): Promise<readonly Feed[]>;
}
