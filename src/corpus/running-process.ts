import { readFile, readlink } from 'node:fs/promises';
import { hostname } from 'node:os';

/** A process, told apart from any other that had or will have its number. */
export interface RunningProcess {
  readonly pid: number;
  /** When it started, in the system's own count; null where the system does not tell. */
  readonly started: string | null;
  /** The machine as far as process numbers reach: a container and a restarted machine are others. */
  readonly machine: string;
  readonly host: string;
}

async function startOf(pid: number): Promise<string | null> {
  try {
    // The command's name may hold spaces and brackets; the start time is the 20th field after it.
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}

async function machine(): Promise<string> {
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '');
  const processes = await readlink('/proc/self/ns/pid').catch(() => '');
  return [hostname(), boot.trim(), processes].join(' ').trim();
}

/** This process. */
export async function thisProcess(): Promise<RunningProcess> {
  return {
    pid: process.pid,
    started: await startOf(process.pid),
    machine: await machine(),
    host: hostname(),
  };
}

/** Whether a process still runs; undefined where it belongs to another machine and nobody here can tell. */
export async function stillRuns(other: RunningProcess): Promise<boolean | undefined> {
  if (other.machine !== (await machine())) return undefined;
  try {
    process.kill(other.pid, 0);
  } catch (error) {
    // EPERM: it runs, under another user.
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return false;
  }
  return other.started === null || other.started === (await startOf(other.pid));
}
