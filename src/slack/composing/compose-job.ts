import type { Composing } from '../../briefing/compose.ts';
import type { Parcel } from '../../corpus/kept-article.ts';
import type { Brief } from '../../news/brief.ts';
import type { Topic } from '../../news/topic.ts';

/** What the thread is asked: what `composeBrief` is, with its articles as they can be sent. */
export interface ComposeJob {
  readonly id: number;
  readonly articles: readonly Parcel[];
  readonly about: Topic | string;
  readonly composing: Omit<Composing, 'before' | 'corrected'>;
  readonly before: readonly Parcel[];
  readonly corrected: readonly Parcel[];
}

/** What it answers: the brief, or the defect that composing met. */
export type ComposeAnswer =
  | { readonly id: number; readonly brief: Brief }
  | { readonly id: number; readonly error: unknown };
