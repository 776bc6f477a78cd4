import type { Refusal } from '../../news/refusal.ts';
import { workerQueue } from '../pages/worker-queue.ts';
import type { ReadFeed } from './read-feed.ts';

/** Reads feeds apart from this thread; `close` when done. */
export interface FeedReader {
  read(url: string, bytes: Uint8Array, contentType: string | null): Promise<ReadFeed | Refusal>;
  close(): Promise<void>;
}

/** Starts nothing until the first feed; one too large or too odd is refused and costs no other. */
export function feedReader(): FeedReader {
  const queue = workerQueue();
  return {
    read: (url, bytes, contentType) => queue.run(url, { kind: 'feed', bytes, contentType, url }),
    close: queue.close,
  };
}
