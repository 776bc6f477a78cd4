import { Worker } from 'node:worker_threads';
import { systemCode } from '../../corpus/storage-error.ts';
import { isRefusal, type Refusal, refuse } from '../../news/refusal.ts';
import type { Page } from './page.ts';

const LONGEST_MS = 10_000;
const HEAP_MB = 384;

/** Reads web pages, each apart from this thread; `close` when done. */
export interface PageReader {
  read(name: string, html: string): Promise<Page | Refusal>;
  close(): Promise<void>;
}

// A thread does not take over tsx from this one, so it registers tsx itself.
const START = `
  const { workerData } = require('node:worker_threads');
  import(workerData.tsx).then(({ register }) => {
    register();
    return import(workerData.page);
  });`;

function startWorker(): Worker {
  const worker = new Worker(START, {
    eval: true,
    execArgv: [],
    workerData: {
      tsx: import.meta.resolve('tsx/esm/api'),
      page: new URL('./page-worker.ts', import.meta.url).href,
    },
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
  });
  worker.unref();
  return worker;
}

function answer(
  worker: Worker,
  longestMs: number,
  name: string,
  html: string,
): Promise<Page | Refusal> {
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer);
      worker.off('message', read).off('error', failed);
    };
    const tooHard = (why: string) => {
      end();
      const next = 'Save its text as a .txt file and add that.';
      resolve(refuse(`${name} could not be read: ${why}.`, next));
    };
    const read = (page: Page | undefined) => {
      if (page === undefined) return tooHard('its markup is too broken');
      end();
      resolve(page);
    };
    const failed = (error: Error) => {
      if (systemCode(error) === 'ERR_WORKER_OUT_OF_MEMORY')
        return tooHard('it takes too much memory');
      end();
      reject(error);
    };
    const timer = setTimeout(() => {
      tooHard(`it takes more than ${longestMs / 1000} seconds`);
    }, longestMs);
    worker.on('message', read).on('error', failed);
    worker.postMessage(html);
  });
}

/** Starts nothing until the first page; a page too large or too odd for `longestMs` costs its own reading only. */
export function pageReader(longestMs = LONGEST_MS): PageReader {
  let worker: Worker | undefined;
  let last: Promise<unknown> = Promise.resolve();

  function start(): Worker {
    const started = startWorker();
    // Also when nobody waits for an answer any more: unheard, an error would end this process.
    started.on('error', () => {
      if (worker === started) worker = undefined;
    });
    return started;
  }

  async function readNext(name: string, html: string): Promise<Page | Refusal> {
    worker ??= start();
    const outcome = await answer(worker, longestMs, name, html);
    if (isRefusal(outcome)) {
      await worker?.terminate();
      worker = undefined;
    }
    return outcome;
  }
  return {
    read(name, html) {
      const turn = last.then(() => readNext(name, html));
      last = turn.catch(() => {});
      return turn;
    },
    async close() {
      await last;
      await worker?.terminate();
      worker = undefined;
    },
  };
}
