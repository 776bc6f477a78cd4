import { once } from 'node:events';
import { explainFailure, systemCode } from '../corpus/storage-error.ts';
import { harmless } from './harmless.ts';
import { type Progress, progressOn, type Watched } from './progress.ts';

/** What a command reads from and prints to. */
export interface Terminal {
  readonly stdin: AsyncIterable<Uint8Array>;
  /** Columns to lay results out in; 80 where standard output is no terminal. */
  readonly columns: number;
  /** Prints a result and a line break on standard output; waits while whoever reads it is slower. */
  print(text: string): Promise<void>;
  /** True once whoever read standard output has gone (`| head`): printing does nothing any more. */
  isUnread(): boolean;
  /** Prints a message on standard error. */
  say(message: string): void;
  /** Shows how far a command is: as a bar that the next call replaces, or where nobody watches as a line now and then. */
  progress(progress: Progress): void;
  /** Ends the process with this status once everything is printed; the highest given counts. */
  leave(status: number): void;
}

/** The little that is asked of a stream to print on. */
export interface Printed extends Watched {
  write(text: string): boolean;
  on(event: 'error', listener: (error: Error) => void): unknown;
}

/** The streams that a process is started with. */
export interface Streams {
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly stdout: Printed & NodeJS.EventEmitter;
  readonly stderr: Printed;
}

/** The terminal, pipe or file that this process was started with; `now` gives milliseconds. */
export function openTerminal(
  { stdin, stdout, stderr }: Streams = process,
  now: () => number = () => performance.now(),
): Terminal {
  const progress = progressOn(stderr, now);
  let unread = false;

  function leave(status: number): void {
    process.exitCode = Math.max(Number(process.exitCode ?? 0), status);
  }
  function say(message: string): void {
    progress.clear();
    stderr.write(`${harmless(message)}\n`);
  }

  stdout.on('error', (error) => {
    if (unread) return;
    unread = true;
    if (systemCode(error) === 'EPIPE') return;
    const { refused, next } = explainFailure('standard output', 'write to', error);
    say(`${refused} ${next}`);
    leave(1);
  });
  // With nobody to hear messages, the work still goes on.
  stderr.on('error', () => {});

  return {
    stdin,
    columns: stdout.columns || 80,
    async print(text) {
      if (unread) return;
      if (stdout.isTTY) progress.clear();
      if (!stdout.write(`${text}\n`)) await once(stdout, 'drain').catch(() => {});
    },
    isUnread: () => unread,
    say,
    progress: progress.show,
    leave,
  };
}
