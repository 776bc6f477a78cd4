import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';

const CLI = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));
const TSX = import.meta.resolve('tsx');

/** What a command came to. */
export interface Ran {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** How a command is run, beside its words. */
export interface Running {
  /** DATA_FOLDER; without it a folder that must not be needed. */
  readonly data?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Standard input; without it there is nothing to read. */
  readonly input?: string | Uint8Array;
  /** Stops reading standard output after the first bytes. */
  readonly readsLittle?: true;
}

/** Runs a real `briefing` command, from a folder that is not ours. */
export async function briefing(args: readonly string[], running: Running = {}): Promise<Ran> {
  const { data = '/dev/null/nowhere', env = {}, input = '', readsLittle } = running;
  const child = spawn(process.execPath, ['--import', TSX, CLI, ...args], {
    cwd: tmpdir(),
    env: { PATH: process.env.PATH, DATA_FOLDER: data, ...env },
  });
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on('data', (part: Buffer) => {
    out.push(part);
    if (readsLittle) child.stdout.destroy();
  });
  child.stderr.on('data', (part: Buffer) => err.push(part));
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  const [status] = await once(child, 'close');
  return {
    status: typeof status === 'number' ? status : null,
    out: Buffer.concat(out).toString(),
    err: Buffer.concat(err).toString(),
  };
}

/** The JSON objects of an output that holds one a line and nothing else. */
export function objects(out: string): unknown[] {
  return out
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));
}
