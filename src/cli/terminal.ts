import { once } from 'node:events';
import { explainFailure, systemCode } from '../corpus/storage-error.ts';
import { harmless } from './harmless.ts';

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
  /** Shows how far a command is, in one line that the next call replaces; nothing where nobody watches. */
  progress(line: string): void;
  /** Ends the process with this status once everything is printed; the highest given counts. */
  leave(status: number): void;
}

const BLANK_LINE = '\r\u001b[K';

/** The terminal, pipe or file that this process was started with. */
export function openTerminal(): Terminal {
  const { stdin, stdout, stderr } = process;
  let unread = false;
  let shown = '';

  function leave(status: number): void {
    process.exitCode = Math.max(Number(process.exitCode ?? 0), status);
  }
  function clear(): void {
    if (shown !== '') stderr.write(BLANK_LINE);
    shown = '';
  }
  function say(message: string): void {
    clear();
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
      if (stdout.isTTY) clear();
      if (!stdout.write(`${text}\n`)) await once(stdout, 'drain').catch(() => {});
    },
    isUnread: () => unread,
    say,
    progress(line) {
      if (!stderr.isTTY || line === shown) return;
      stderr.write(BLANK_LINE + harmless(line).slice(0, (stderr.columns || 80) - 1));
      shown = line;
    },
    leave,
  };
}
