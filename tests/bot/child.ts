import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

/** A bot in a process of its own, started as `npm start` starts it. */
export interface Bot {
  readonly process: ChildProcess;
  /** Resolves with the first line on standard output: the bot is connected. Rejects where it ends before. */
  readonly ready: Promise<string>;
  /** Resolves with the exit status, null after a signal. */
  readonly ended: Promise<number | null>;
  /** All that it has written to standard error. */
  readonly complaints: () => string;
}

export function startBot(settings: Record<string, string>, cwd = ROOT): Bot {
  const { PATH, HOME } = process.env;
  const child = spawn(
    process.execPath,
    ['--import', import.meta.resolve('tsx'), join(ROOT, 'src/bot.ts')],
    { cwd, env: { PATH, HOME, PORT: '0', ...settings }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let complaints = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    complaints += text;
  });
  const ended = once(child, 'close').then(([code]) => code as number | null);
  const ready = new Promise<string>((resolve, reject) => {
    let said = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (said.includes('\n')) resolve(said.split('\n')[0] ?? '');
    });
    void ended.then((code) => reject(new Error(`The bot ended (${code}): ${complaints}`)));
  });
  ready.catch(() => {});
  return { process: child, ready, ended, complaints: () => complaints };
}
