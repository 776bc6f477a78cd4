import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { refuse } from '../../news/refusal.ts';
import { StorageError } from '../storage-error.ts';
import type { Database } from './database.ts';
import { keptKey } from './kept-key.ts';

/** How long work is its process's own after that was last heard of, in milliseconds. */
export const LEASE_MS = 45_000;
/** Of a lease so many parts pass before it is renewed, and so many leases before nobody waits any more. */
const PARTS = 4;
const MOST_LEASES = 2;
const LOOK_AGAIN_MS = 200;

/** Work that one process does at a time. */
export interface Leases {
  /** Runs work once no other process is at the one of this name. */
  exclusively<T>(name: string, work: () => Promise<T>): Promise<T>;
  /** Runs work where no other process is at the one of this name; otherwise does nothing. */
  ifFree<T>(name: string, work: () => Promise<T>): Promise<T | undefined>;
  /** Whether work of this name is this process's for certain, at this moment. */
  isOurs(name: string): boolean;
}

/** A moment by two clocks: one that nobody sets, which may stand still while the machine sleeps, and one that goes on. */
interface Until {
  readonly steady: number;
  readonly wall: number;
}

function after(milliseconds: number): Until {
  return { steady: performance.now() + milliseconds, wall: Date.now() + milliseconds };
}

/**
 * Leases in the table `turns`. A lock of a session would end with its connection, and the work would not: whoever
 * posts while Postgres restarts must still be the only one. `lease` is in milliseconds.
 */
export function leasesIn(sql: Database, lease: number): Leases {
  const holder = randomUUID();
  /** Until when each is ours, counted from before it was asked for. */
  const held = new Map<string, Until>();

  async function take(name: string): Promise<boolean> {
    const until = after(lease);
    const [taken] = await sql`
      INSERT INTO turns (work, holder, until)
      VALUES (${keptKey(name)}, ${holder}, clock_timestamp() + ${lease} * interval '1 ms')
      ON CONFLICT (work) DO UPDATE SET holder = excluded.holder, until = excluded.until
        WHERE turns.until < clock_timestamp()
          OR turns.holder = excluded.holder AND ${held.has(name)}
      RETURNING holder`;
    if (taken !== undefined) held.set(name, until);
    return taken !== undefined;
  }

  async function waitFor(name: string): Promise<void> {
    const begun = performance.now();
    while (!(await take(name))) {
      if (performance.now() - begun > MOST_LEASES * lease) {
        throw new StorageError(
          refuse('Another process is still at the same work.', 'Do it again in a minute.'),
        );
      }
      await pause(LOOK_AGAIN_MS);
    }
  }

  async function work<T>(name: string, work: () => Promise<T>): Promise<T> {
    // Where it cannot be renewed, time tells: the work itself asks whether it is still ours.
    let renewal: Promise<unknown> = Promise.resolve();
    const renewing = setInterval(() => {
      if (isOurs(name)) renewal = take(name).catch(() => {});
    }, lease / PARTS);
    try {
      return await work();
    } finally {
      clearInterval(renewing);
      // One that is under way would take again what is let go.
      await renewal;
      held.delete(name);
      // Where that fails it ends by itself.
      await sql`DELETE FROM turns WHERE work = ${keptKey(name)} AND holder = ${holder}`.catch(
        () => {},
      );
    }
  }

  function isOurs(name: string): boolean {
    const until = held.get(name);
    return until !== undefined && until.steady > performance.now() && until.wall > Date.now();
  }

  return {
    isOurs,
    async exclusively(name, todo) {
      await waitFor(name);
      return work(name, todo);
    },
    ifFree: async (name, todo) => ((await take(name)) ? work(name, todo) : undefined),
  };
}
