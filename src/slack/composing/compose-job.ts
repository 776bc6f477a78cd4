import type { Composing } from '../../briefing/compose.ts';
import type { Quotes } from '../../briefing/quotes.ts';
import type { BriefRequest } from '../../briefing/request.ts';
import type { Sources } from '../../briefing/sources.ts';
import type { Parcel } from '../../corpus/kept-article.ts';
import type { Brief } from '../../news/brief.ts';
import type { Refusal } from '../../news/refusal.ts';
import type { Topic } from '../../news/topic.ts';

interface OnArticles {
  /** The articles as they can be sent. */
  readonly articles: readonly Parcel[];
}

interface BriefJob extends OnArticles {
  readonly kind: 'brief';
  readonly about: Topic | string;
  readonly composing: Omit<Composing, 'before' | 'corrected'>;
  readonly before: readonly Parcel[];
  readonly corrected: readonly Parcel[];
}

interface ViewJob<Kind extends 'quotes' | 'sources'> extends OnArticles {
  readonly kind: Kind;
  readonly topics: readonly Topic[];
  readonly request: Pick<BriefRequest, 'words' | 'since' | 'asOf'>;
}

/** What the thread is asked: what the functions of briefing are that compose. */
export type ComposeJob = BriefJob | ViewJob<'quotes'> | ViewJob<'sources'>;

/** What comes of each kind. */
export interface Composed {
  readonly brief: Brief;
  readonly quotes: Quotes | Refusal;
  readonly sources: Sources | Refusal;
}

/** What it answers: what was composed, or the defect that it met. */
export type ComposeAnswer =
  | { readonly id: number; readonly composed: Composed[keyof Composed] }
  | { readonly id: number; readonly error: unknown };
