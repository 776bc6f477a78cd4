import type { WebClient } from '@slack/web-api';
import type { Logger as Log } from 'pino';
import type { Corpus } from '../corpus/corpus.ts';
import type { Ports } from '../digest/ports.ts';
import type { Sources } from '../ingest/feeds/sources.ts';
import type { Suggestion } from '../ingest/feeds/suggestions.ts';
import type { Composer } from './composing/composer.ts';
import type { InFlight } from './in-flight.ts';
import type { ArticlePage } from './links.ts';
import type { Pace } from './pace.ts';
import type { Shown } from './shown.ts';

/** All that the handlers of the Slack app work with. */
export interface Desk {
  readonly corpus: Corpus;
  /** Where articles come from. */
  readonly sources: Sources;
  /** Feeds that may be wanted; none is followed by itself. */
  readonly suggestions: readonly Suggestion[];
  readonly log: Log;
  /** Users who may change topics and sources, and change and post digests; empty means everybody. */
  readonly editors: readonly string[];
  /** The page that shows stored articles, where this installation has one. */
  readonly page: ArticlePage | undefined;
  /** The client that posts to channels: it never sends twice by itself. */
  readonly poster: WebClient;
  /** What delivering a digest needs of Slack. */
  readonly ports: Ports;
  readonly composer: Composer;
  readonly shown: Shown;
  readonly inFlight: InFlight;
  /** When people who wait hear how far work is. */
  readonly pace: Pace;
  /** The users who have opened Home since the bot was started, the latest last. */
  readonly homes: Set<string>;
}
