import type { Worker } from 'node:worker_threads';
import { systemCode } from '../../corpus/storage-error.ts';
import { isRefusal, type Refusal, refuse } from '../../news/refusal.ts';
import { startThread } from '../typescript-thread.ts';
import type { DocumentAnswer, DocumentJob } from './document-worker.ts';
import type { Mail } from './mail/read-mail.ts';
import type { PdfArticle, PdfProblem } from './pdf/pdf-text.ts';

/** How much a document may take: of time, of the thread's heap, and of the process's memory beside it. */
export interface DocumentLimits {
  readonly longestMs: number;
  readonly heapMb: number;
  /** What a document unpacks to lies outside the heap, so the process is watched while it is read. */
  readonly memoryMb: number;
}

const LIMITS: DocumentLimits = { longestMs: 60_000, heapMb: 512, memoryMb: 1_500 };
const LOOK_MS = 100;

/** Reads PDFs and mail, each apart from this thread, one after another; `close` when done. */
export interface DocumentReader {
  pdf(name: string, bytes: Uint8Array): Promise<PdfArticle | Refusal>;
  mail(name: string, bytes: Uint8Array): Promise<Mail | Refusal>;
  close(): Promise<void>;
}

const PROBLEMS: Readonly<Record<PdfProblem, readonly [why: string, next: string]>> = {
  encrypted: ['is locked with a password', 'Save a copy without one and add that.'],
  broken: ['is a damaged PDF', 'Get it again, or save its text as a .txt file and add that.'],
  'no text': [
    'holds pictures of pages and no text',
    'Have a program recognise its text (OCR), save that and add it.',
  ],
  'too long': ['is longer than an article can be', 'Split it into the articles it holds.'],
};

const DOCUMENT_WORKER = new URL('./document-worker.ts', import.meta.url);
// tsx would take five seconds to look through it.
const PDF_LIBRARY = import.meta.resolve('unpdf/pdfjs');

function tooHard(name: string, why: string): Refusal {
  return refuse(`${name} could not be read: ${why}.`, 'Save its text as a .txt file and add that.');
}

function answered(
  worker: Worker,
  limits: DocumentLimits,
  name: string,
  job: DocumentJob,
): Promise<DocumentAnswer | Refusal> {
  return new Promise((resolve, reject) => {
    const before = process.memoryUsage.rss();
    const started = performance.now();
    const end = () => {
      clearInterval(looking);
      worker.off('message', read).off('error', failed);
    };
    const read = (answer: DocumentAnswer) => {
      end();
      resolve(answer);
    };
    const give = (why: string) => {
      end();
      resolve(tooHard(name, why));
    };
    const failed = (error: Error) => {
      if (systemCode(error) === 'ERR_WORKER_OUT_OF_MEMORY') return give('it takes too much memory');
      end();
      reject(error);
    };
    const looking = setInterval(() => {
      if (performance.now() - started > limits.longestMs) {
        give(`it takes more than ${limits.longestMs / 1000} seconds`);
      } else if (process.memoryUsage.rss() - before > limits.memoryMb * 1_000_000) {
        give('it takes too much memory');
      }
    }, LOOK_MS);
    worker.on('message', read).on('error', failed);
    worker.postMessage(job);
  });
}

/** Starts nothing until the first document; one that is too large or too odd costs its own reading only. */
export function documentReader(limits: DocumentLimits = LIMITS): DocumentReader {
  let worker: Worker | undefined;
  let last: Promise<unknown> = Promise.resolve();

  function start(): Worker {
    const started = startThread(DOCUMENT_WORKER, limits.heapMb, [PDF_LIBRARY]);
    // Also when nobody waits for an answer any more: unheard, an error would end this process.
    started.on('error', () => {
      if (worker === started) worker = undefined;
    });
    return started;
  }

  function read(name: string, job: DocumentJob): Promise<DocumentAnswer | Refusal> {
    const turn = last.then(async () => {
      worker ??= start();
      const answer = await answered(worker, limits, name, job);
      if (isRefusal(answer)) {
        await worker?.terminate();
        worker = undefined;
      }
      return answer;
    });
    last = turn.catch(() => {});
    return turn;
  }

  return {
    async pdf(name, bytes) {
      const answer = await read(name, { kind: 'pdf', bytes });
      if (isRefusal(answer)) return answer;
      if (answer.kind !== 'pdf') throw new TypeError(`asked for a PDF, answered ${answer.kind}`);
      if (typeof answer.pdf !== 'string') return answer.pdf;
      const [why, next] = PROBLEMS[answer.pdf];
      return refuse(`${name} ${why}.`, next);
    },
    async mail(name, bytes) {
      const answer = await read(name, { kind: 'mail', bytes });
      if (isRefusal(answer)) return answer;
      if (answer.kind !== 'mail') throw new TypeError(`asked for mail, answered ${answer.kind}`);
      return answer.mail === 'broken' ? tooHard(name, 'its parts are too broken') : answer.mail;
    },
    async close() {
      await last;
      await worker?.terminate();
      worker = undefined;
    },
  };
}
