import type { Worker } from 'node:worker_threads';
import { systemCode } from '../../corpus/storage-error.ts';
import { isRefusal, type Refusal, refuse } from '../../news/refusal.ts';
import { startThread } from '../typescript-thread.ts';
import type { Job, JobAnswer, JobResults } from './page-job.ts';

/** What a piece of untrusted input may cost. */
export interface WorkerLimits {
  readonly longestMs: number;
  readonly heapMb: number;
  /** Pages and feeds after which the thread is replaced: what the parsers keep of each would add up. */
  readonly jobs: number;
}

const PAGE_WORKER = new URL('./page-worker.ts', import.meta.url);
const LIMITS: WorkerLimits = { longestMs: 10_000, heapMb: 384, jobs: 250 };

/** Does jobs one after the other in a thread of bounded memory and time. */
export interface WorkerQueue {
  run<K extends Job['kind']>(
    name: string,
    job: Extract<Job, { kind: K }>,
  ): Promise<JobResults[K] | Refusal>;
  close(): Promise<void>;
}

/** A thread; one that is still starting, which takes seconds on a busy machine, is not at work yet. */
interface Thread {
  readonly worker: Worker;
  isReady: boolean;
}

function answer<K extends Job['kind']>(
  thread: Thread,
  longestMs: number,
  name: string,
  job: Extract<Job, { kind: K }>,
): Promise<JobResults[K] | Refusal> {
  const { worker } = thread;
  return new Promise((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined;
    const end = () => {
      clearTimeout(timer);
      worker.off('message', read).off('error', failed);
    };
    const tooHard = (why: string) => {
      end();
      const next = 'Save its text as a .txt file and add that.';
      resolve(refuse(`${name} could not be read: ${why}.`, next));
    };
    const begin = () => {
      timer = setTimeout(() => {
        tooHard(`it takes more than ${longestMs / 1000} seconds`);
      }, longestMs);
    };
    const read = (answered: JobAnswer<K> | 'ready') => {
      if (answered === 'ready') {
        thread.isReady = true;
        return begin();
      }
      if (answered === 'broken') return tooHard('its markup is too broken');
      end();
      resolve(answered.result);
    };
    const failed = (error: Error) => {
      if (systemCode(error) === 'ERR_WORKER_OUT_OF_MEMORY')
        return tooHard('it takes too much memory');
      end();
      reject(error);
    };
    if (thread.isReady) begin();
    worker.on('message', read).on('error', failed);
    worker.postMessage(job);
  });
}

/** Starts nothing until the first job; one that breaks a limit is refused and costs no other. */
export function workerQueue(given: Partial<WorkerLimits> = {}): WorkerQueue {
  const limits = { ...LIMITS, ...given };
  let thread: Thread | undefined;
  let done = 0;
  let last: Promise<unknown> = Promise.resolve();

  function start(): Thread {
    done = 0;
    const started = { worker: startThread(PAGE_WORKER, limits.heapMb), isReady: false };
    // Also when nobody waits for an answer any more: unheard, an error would end this process.
    started.worker.on('error', () => {
      if (thread === started) thread = undefined;
    });
    return started;
  }

  async function stop(): Promise<void> {
    await thread?.worker.terminate();
    thread = undefined;
  }

  async function runNext<K extends Job['kind']>(
    name: string,
    job: Extract<Job, { kind: K }>,
  ): Promise<JobResults[K] | Refusal> {
    thread ??= start();
    const outcome = await answer<K>(thread, limits.longestMs, name, job);
    if (job.kind !== 'reading') done += 1;
    if (isRefusal(outcome) || done >= limits.jobs) await stop();
    return outcome;
  }
  return {
    run<K extends Job['kind']>(name: string, job: Extract<Job, { kind: K }>) {
      const turn = last.then(() => runNext<K>(name, job));
      last = turn.catch(() => {});
      return turn;
    },
    async close() {
      await last;
      await stop();
    },
  };
}
