import type { Refusal } from '../../news/refusal.ts';
import { isRefusal } from '../../news/refusal.ts';
import { notAnArticle } from './not-an-article.ts';
import type { Page } from './page.ts';
import { type WorkerLimits, workerQueue } from './worker-queue.ts';

/** Reads web pages, each apart from this thread; `close` when done. */
export interface PageReader {
  /**
   * Reads a page that came from `url`, by which its relative links and its date are told. What is no article is
   * refused with a NotAnArticle. Callers who ask at once are answered one after the other.
   */
  read(name: string, html: string, url?: string | null): Promise<Page | Refusal>;
  close(): Promise<void>;
}

/** Starts nothing until the first page; a page too large or too odd for `longestMs` costs its own reading only. */
export function pageReader(longestMs?: number, limits: Partial<WorkerLimits> = {}): PageReader {
  const queue = workerQueue({ ...limits, ...(longestMs !== undefined && { longestMs }) });
  return {
    async read(name, html, url = null) {
      const outcome = await queue.run(name, { kind: 'page', html, url });
      if (isRefusal(outcome)) return outcome;
      return 'kind' in outcome ? notAnArticle(name, outcome) : outcome;
    },
    close: queue.close,
  };
}
