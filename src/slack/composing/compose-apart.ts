import type { Worker } from 'node:worker_threads';
import { composingOnce } from '../../briefing/composed-lately.ts';
import type { BriefRequest } from '../../briefing/request.ts';
import { parcelOf } from '../../corpus/kept-article.ts';
import { startThread } from '../../ingest/typescript-thread.ts';
import type { Article } from '../../news/article.ts';
import type { Topic } from '../../news/topic.ts';
import type { ComposeAnswer, Composed, ComposeJob } from './compose-job.ts';
import type { Composer } from './composer.ts';

const HEAP_MB = 512;

/** A composer in a thread of its own; `close` when done. */
export interface ComposerApart extends Composer {
  /** Starts the thread, so that the first to ask need not wait for that. */
  begin(): void;
  close(): Promise<void>;
}

interface Waiting {
  readonly resolve: (composed: never) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * A brief on a hundred and fifty articles takes a third of a second to compose: here, nobody else would be answered
 * meanwhile. A thread that ends is started again when it is next needed, and whoever waited for it is told of a defect.
 */
export function composeApart(): ComposerApart {
  const waiting = new Map<number, Waiting>();
  let thread: Worker | undefined;
  let asked = 0;

  function start(): Worker {
    const started = startThread(new URL('./compose-worker.ts', import.meta.url), HEAP_MB);
    started.on('message', (answer: ComposeAnswer) => {
      const { resolve, reject } = waiting.get(answer.id) ?? {};
      waiting.delete(answer.id);
      if ('composed' in answer) resolve?.(answer.composed as never);
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
    // Whoever listens to a thread keeps the process alive for it.
    started.unref();
    thread = started;
    return started;
  }

  function ask<Kind extends keyof Composed>(
    job: Extract<ComposeJob, { kind: Kind }>,
  ): Promise<Composed[Kind]> {
    return new Promise((resolve, reject) => {
      asked += 1;
      waiting.set(asked, { resolve, reject });
      (thread ?? start()).postMessage({ id: asked, job });
    });
  }

  const view =
    <Kind extends 'quotes' | 'sources'>(kind: Kind) =>
    (
      articles: readonly Article[],
      topics: readonly Topic[],
      { words, since, asOf }: Pick<BriefRequest, 'words' | 'since' | 'asOf'>,
    ) =>
      ask<Kind>({
        ...{ kind, articles: articles.map(parcelOf), topics, request: { words, since, asOf } },
      } as Extract<ComposeJob, { kind: Kind }>);

  return {
    brief: composingOnce((articles, about, { before, corrected = [], ...composing }) =>
      ask<'brief'>({
        ...{ kind: 'brief', articles: articles.map(parcelOf), about, composing },
        before: [...(before?.values() ?? [])].map(parcelOf),
        corrected: corrected.map(parcelOf),
      }),
    ),
    quotes: view('quotes'),
    sources: view('sources'),
    begin: () => void (thread ?? start()),
    async close() {
      await thread?.terminate();
    },
  };
}
