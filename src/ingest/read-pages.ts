import { Worker } from 'node:worker_threads';
import { type Refusal, refuse } from '../news/refusal.ts';
import type { Page } from './page.ts';

const LONGEST_MS = 20_000;
const HEAP_MB = 384;

/** Reads web pages, each apart from this thread; `close` when done. */
export interface PageReader {
  read(name: string, html: string): Promise<Page | Refusal>;
  close(): Promise<void>;
}

// A thread does not take over tsx from this one, so it registers tsx itself.
const START = `
  const { createRequire } = require('node:module');
  const { workerData } = require('node:worker_threads');
  createRequire(workerData)('tsx/esm/api').register();
  import(workerData);`;

function startWorker(): Worker {
  const worker = new Worker(START, {
    eval: true,
    execArgv: [],
    workerData: new URL('./page-worker.ts', import.meta.url).href,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
  });
  worker.unref();
  return worker;
}

function answer(worker: Worker, name: string, html: string): Promise<Page | Refusal> {
  return new Promise((resolve) => {
    const tooHard = (why: string) =>
      done(
        refuse(`${name} could not be read: ${why}.`, 'Save its text as a .txt file and add that.'),
      );
    const timer = setTimeout(() => {
      tooHard(`it took more than ${LONGEST_MS / 1000} seconds`);
    }, LONGEST_MS);
    const failed = (error: Error) => {
      const memory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      tooHard(memory ? 'it takes too much memory' : 'its markup is too broken');
    };
    const read = (page: Page) => done(page);
    const done = (outcome: Page | Refusal) => {
      clearTimeout(timer);
      worker.off('message', read).off('error', failed);
      resolve(outcome);
    };
    worker.on('message', read).on('error', failed);
    worker.postMessage(html);
  });
}

/** Starts nothing until the first page; a page too large or too odd costs its own reading only. */
export function pageReader(): PageReader {
  let worker: Worker | undefined;
  let last: Promise<unknown> = Promise.resolve();

  async function readNext(name: string, html: string): Promise<Page | Refusal> {
    worker ??= startWorker();
    const outcome = await answer(worker, name, html);
    if ('refused' in outcome) {
      await worker.terminate();
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
