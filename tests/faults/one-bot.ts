import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'esbuild';
import type { Workspace } from '../../src/workspace/workspace.ts';
import type { Orders } from './bot.ts';

/** How a bot's run ended. */
export interface Ended {
  readonly killed: boolean;
  /** Boundaries it passed, where it ended by itself. */
  readonly passed: number;
  /** Its clock at the end, ISO 8601; undefined where it was killed. */
  readonly now: string | undefined;
}

/** A process of the delivery path, loaded and waiting for its orders. */
export interface WaitingBot {
  /** Runs it to its end, or until it is killed; the person answers what it asks by what the channel shows. */
  readonly run: (orders: Orders, workspace: Workspace, mend: () => void) => Promise<Ended>;
  readonly dismiss: () => void;
}

/** What processes are started from: `bot.ts` with all it needs, and what loads that. */
export interface Bundle {
  readonly bot: string;
  readonly loader: string;
}

/** Bundles `bot.ts` into a folder, so that a process need not look for and compile hundreds of files. */
export async function bundleInto(folder: string): Promise<Bundle> {
  const [bot, loader] = [join(folder, 'bot.cjs'), join(folder, 'load.cjs')];
  await build({
    entryPoints: ['bot.ts', 'load.ts'].map((name) => join(import.meta.dirname, name)),
    ...{ outdir: folder, outExtension: { '.js': '.cjs' } },
    ...{ bundle: true, platform: 'node', format: 'iife', logLevel: 'error' },
    define: { 'import.meta.dirname': '__dirname', 'import.meta.url': '__filename' },
  });
  return { bot, loader };
}

/** Starts a process from the bundle. */
export function waitingBot({ bot, loader }: Bundle): WaitingBot {
  const child: ChildProcess = spawn(process.execPath, [loader, bot], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const { stdin, stdout, stderr } = child;
  if (stdin === null || stdout === null || stderr === null) throw new Error('no pipes');
  stdin.on('error', () => {});
  let complaints = '';
  stderr.setEncoding('utf8').on('data', (text: string) => {
    complaints += text;
  });
  const closed = once(child, 'close');
  const lines = createInterface({ input: stdout });
  return {
    dismiss: () => child.kill('SIGKILL'),
    async run(orders, workspace, mend) {
      let done: readonly string[] = [];
      lines.on('line', (line) => {
        const [word, ...rest] = line.split(' ');
        if (word === 'asked') {
          const isThere = workspace.log.some(({ metadata }) => deliveryIn(metadata) === rest[0]);
          stdin.write(isThere ? 'there\n' : 'post\n');
        } else if (word === 'paused') {
          mend();
          stdin.write('go on\n');
        } else if (word === 'done') done = rest;
      });
      stdin.write(`${JSON.stringify(orders)}\n`);
      const [code, signal] = await closed;
      if (signal === 'SIGKILL') return { killed: true, passed: 0, now: undefined };
      if (code !== 0) throw new Error(`The bot ended with ${code}. ${complaints}`);
      return { killed: false, passed: Number(done[0]), now: done[1] };
    },
  };
}

/** The delivery that a message was posted for. */
export function deliveryIn(
  metadata: { readonly event_payload: Readonly<Record<string, unknown>> } | undefined,
): string | undefined {
  const delivery = metadata?.event_payload.delivery;
  return typeof delivery === 'string' ? delivery : undefined;
}
