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
/** Far longer than any brief takes, the start of a thread on a busy machine included. */
const LONGEST_MS = 30_000;

/** A composer in a thread of its own; `close` when done. */
export interface ComposerApart extends Composer {
  /** Starts the thread, so that the first to ask need not wait for that. */
  begin(): void;
  close(): Promise<void>;
}

interface Waiting {
  readonly job: ComposeJob;
  readonly resolve: (composed: never) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * A brief on a hundred and fifty articles takes half a second to compose: here, nobody else would be answered
 * meanwhile. What breaks the thread, or keeps it longer than it may, costs whoever asked that their answer; what stands
 * in line behind it is asked of a new one.
 */
export function composeApart(longestMs: number = LONGEST_MS): ComposerApart {
  // In the order in which they were asked, which is that of the answers.
  const waiting = new Map<number, Waiting>();
  let thread: Worker | undefined;
  let timer: NodeJS.Timeout | undefined;
  let asked = 0;

  function watch(): void {
    clearTimeout(timer);
    if (waiting.size === 0) return;
    timer = setTimeout(() => void thread?.terminate(), longestMs);
  }

  function start(): Worker {
    const started = startThread(new URL('./compose-worker.ts', import.meta.url), HEAP_MB);
    started.on('message', (answer: ComposeAnswer) => {
      const { resolve, reject } = waiting.get(answer.id) ?? {};
      waiting.delete(answer.id);
      watch();
      if ('composed' in answer) resolve?.(answer.composed as never);
      else reject?.(answer.error);
    });
    const end = (error: Error) => {
      if (thread === started) giveUpFirst(error);
    };
    started.on('error', end);
    started.on('exit', () => end(new Error('The composing thread was ended.')));
    // Whoever listens to a thread keeps the process alive for it.
    started.unref();
    thread = started;
    for (const [id, { job }] of waiting) started.postMessage({ id, job });
    watch();
    return started;
  }

  function giveUpFirst(error: Error): void {
    thread = undefined;
    for (const [id, { reject }] of waiting) {
      waiting.delete(id);
      reject(error);
      break;
    }
    if (waiting.size > 0) start();
  }

  function ask<Kind extends keyof Composed>(
    job: Extract<ComposeJob, { kind: Kind }>,
  ): Promise<Composed[Kind]> {
    return new Promise((resolve, reject) => {
      asked += 1;
      waiting.set(asked, { job, resolve, reject });
      if (thread === undefined) return void start();
      thread.postMessage({ id: asked, job });
      if (waiting.size === 1) watch();
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
      const ending = thread;
      thread = undefined;
      clearTimeout(timer);
      for (const { reject } of waiting.values()) reject(new Error('The composer was closed.'));
      waiting.clear();
      await ending?.terminate();
    },
  };
}
