import type { Compose } from '../../briefing/composed-lately.ts';
import type { QuotesFrom } from '../../briefing/quotes.ts';
import type { SourcesFrom } from '../../briefing/sources.ts';

/** Composes what `/brief` shows from the articles found. */
export interface Composer {
  readonly brief: Compose;
  readonly quotes: QuotesFrom;
  readonly sources: SourcesFrom;
}
