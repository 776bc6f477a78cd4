import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

/** Another process of ours that prints a line for each thing it did. */
export interface Child {
  /** All lines printed so far. */
  readonly lines: readonly string[];
  /** Resolves when it has printed so many lines, or has ended. */
  printed(count: number): Promise<void>;
  /** Its exit status, or the signal that ended it. */
  ended(): Promise<number | string>;
  kill(signal: NodeJS.Signals): void;
  write(text: string): void;
}

/** Runs a TypeScript file in a process of its own; `before` are words to put before "node". */
export function runChild(
  file: URL,
  args: readonly string[],
  before: readonly string[] = [],
): Child {
  const node = [process.execPath, '--import', 'tsx', fileURLToPath(file), ...args];
  const [command = '', ...rest] = [...before, ...node];
  const child: ChildProcess = spawn(command, rest, { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  const output = child.stdout;
  if (output === null) throw new Error('no output');
  createInterface({ input: output }).on('line', (line) => {
    lines.push(line);
    for (const look of waiting) look();
  });
  const end = once(child, 'close').then(([code, signal]): number | string => code ?? signal);
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return {
    lines,
    async printed(count) {
      let look = () => {};
      const enough = new Promise<void>((resolve) => {
        look = () => lines.length >= count && resolve();
        waiting.add(look);
        look();
      });
      await Promise.race([enough, end]);
      waiting.delete(look);
    },
    ended: () => end,
    kill: (signal) => child.kill(signal),
    write: (text) => child.stdin?.write(text),
  };
}
