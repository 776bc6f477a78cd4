import type { Worker } from 'node:worker_threads';
import { type Compose, composingOnce } from '../../briefing/composed-lately.ts';
import { parcelOf } from '../../corpus/kept-article.ts';
import { startThread } from '../../ingest/typescript-thread.ts';
import type { Brief } from '../../news/brief.ts';
import type { ComposeAnswer, ComposeJob } from './compose-job.ts';

const HEAP_MB = 512;

/** Composes briefs apart from this thread, each once while its articles stay the same; `close` when done. */
export interface Composer {
  readonly compose: Compose;
  /** Starts the thread, so that the first to ask need not wait for that. */
  begin(): void;
  close(): Promise<void>;
}

interface Waiting {
  readonly resolve: (brief: Brief) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * A brief on a hundred and fifty articles takes a third of a second to compose: here, nobody else would be answered
 * meanwhile. A thread that ends is started again when it is next needed, and whoever waited for it is told of a defect.
 */
export function composeApart(): Composer {
  const waiting = new Map<number, Waiting>();
  let thread: Worker | undefined;
  let asked = 0;

  function start(): Worker {
    const started = startThread(new URL('./compose-worker.ts', import.meta.url), HEAP_MB);
    started.on('message', (answer: ComposeAnswer) => {
      const { resolve, reject } = waiting.get(answer.id) ?? {};
      waiting.delete(answer.id);
      if ('brief' in answer) resolve?.(answer.brief);
      else reject?.(answer.error);
    });
    const end = (error: Error) => {
      if (thread !== started) return;
      thread = undefined;
      for (const { reject } of waiting.values()) reject(error);
      waiting.clear();
    };
    started.on('error', end);
    started.on('exit', (code) => end(new Error(`The composing thread ended with ${code}.`)));
    thread = started;
    return started;
  }

  const compose: Compose = (articles, about, { before, corrected = [], ...composing }) =>
    new Promise((resolve, reject) => {
      asked += 1;
      waiting.set(asked, { resolve, reject });
      const job: ComposeJob = {
        ...{ id: asked, articles: articles.map(parcelOf), about, composing },
        before: [...(before?.values() ?? [])].map(parcelOf),
        corrected: corrected.map(parcelOf),
      };
      (thread ?? start()).postMessage(job);
    });

  return {
    compose: composingOnce(compose),
    begin: () => void (thread ?? start()),
    async close() {
      await thread?.terminate();
    },
  };
}
