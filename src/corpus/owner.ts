import { link, mkdir, readdir, readFile, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { type Refusal, refuse } from '../news/refusal.ts';
import { flushFolder, unfinishedBeside, writeFlushed } from './durable-write.ts';
import { type RunningProcess, stillRuns, thisProcess } from './running-process.ts';
import { explainFailure, systemCode } from './storage-error.ts';

// Why generations and not one lock file: docs/decisions/0002-one-owner.md.

const HEARTBEAT_MS = 10_000;
const STALE_MS = 60_000;

const CLAIM = z.object({
  pid: z.int(),
  started: z.string().nullable(),
  machine: z.string(),
  host: z.string(),
  since: z.string(),
});
type Claim = z.infer<typeof CLAIM>;

/** The right to change a data folder. */
export interface Ownership {
  /** False once it was let go, or another process has taken it over, as after a long sleep on a shared disk. */
  holds(): Promise<boolean>;
  /** Lets the folder go; a second time does nothing. */
  release(): Promise<void>;
}

/** The generations of a folder, the highest first: "7.json", and "7.released" beside it once its owner let go. */
async function generations(folder: string): Promise<readonly number[]> {
  const names = await readdir(folder).catch((error) => {
    if (systemCode(error) === 'ENOENT') return [];
    throw error;
  });
  return names
    .flatMap((name) => /^(\d+)\.(?:json|released)$/.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((one, other) => other - one);
}

function claimAt(folder: string, generation: number): string {
  return join(folder, `${generation}.json`);
}

function releasedAt(folder: string, generation: number): string {
  return join(folder, `${generation}.released`);
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}

/** The claim of a generation; 'unreadable' where the file is damaged, undefined where it is gone or let go. */
async function readClaim(
  folder: string,
  generation: number,
): Promise<Claim | 'unreadable' | undefined> {
  if (await exists(releasedAt(folder, generation))) return undefined;
  const path = claimAt(folder, generation);
  try {
    return CLAIM.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (error) {
    return systemCode(error) === 'ENOENT' ? undefined : 'unreadable';
  }
}

async function beatsStill(path: string): Promise<boolean> {
  const beat = await stat(path).catch(() => undefined);
  return beat !== undefined && Date.now() - beat.mtimeMs < STALE_MS;
}

async function ownsStill(path: string, claim: Claim | 'unreadable'): Promise<boolean> {
  if (claim === 'unreadable') return beatsStill(path);
  const owner: RunningProcess = claim;
  return (await stillRuns(owner)) ?? beatsStill(path);
}

/** The claim of a generation whose owner is still there. */
async function ownerAt(
  folder: string,
  generation: number,
): Promise<Claim | 'unreadable' | undefined> {
  const claim = await readClaim(folder, generation);
  if (claim === undefined || !(await ownsStill(claimAt(folder, generation), claim)))
    return undefined;
  return claim;
}

/** A folder that another process owns: its changes go through that process. */
export interface InUse extends Refusal {
  readonly inUse: true;
}

/** Whether a refusal came of another owner, and of nothing else. */
export function isInUse(refusal: Refusal): refusal is InUse {
  return 'inUse' in refusal;
}

function inUse(data: string, claim: Claim | 'unreadable'): InUse {
  const who =
    claim === 'unreadable'
      ? 'another process'
      : `process ${claim.pid} on ${claim.host}, since ${claim.since}`;
  const refusal = refuse(
    `The data folder ${data} is in use by ${who}.`,
    'Stop that process, or choose another data folder. If its machine or container was restarted just now, wait a minute and try again.',
  );
  return { ...refusal, inUse: true };
}

function hold(folder: string, generation: number, claim: Claim): Ownership {
  const path = claimAt(folder, generation);
  const beat = setInterval(() => {
    const now = new Date();
    utimes(path, now, now).catch(() => {});
  }, HEARTBEAT_MS);
  beat.unref();

  let released = false;

  async function holds(): Promise<boolean> {
    if (released || (await generations(folder))[0] !== generation) return false;
    // Where the folder was deleted and made again, the same number may be another's.
    return isDeepStrictEqual(await readClaim(folder, generation), claim);
  }
  return {
    holds,
    async release() {
      clearInterval(beat);
      // The claim stays: a number that is free again would let in a contender who stalled.
      // A second name marks it, which a full disk has room for.
      const held = await holds();
      released = true;
      if (held) await link(path, releasedAt(folder, generation));
    },
  };
}

/** Who owns a data folder; undefined where nobody does. Only looks. */
export async function ownerOf(data: string): Promise<InUse | Refusal | undefined> {
  const folder = join(data, 'owner');
  try {
    const owner = await ownerAt(folder, (await generations(folder))[0] ?? 0);
    return owner && inUse(data, owner);
  } catch (error) {
    return explainFailure(data, 'look into the data folder', error);
  }
}

/** Takes the right to change the data folder, or refuses, naming the process that has it. */
export async function takeOwnership(data: string): Promise<Ownership | Refusal> {
  const folder = join(data, 'owner');
  try {
    await mkdir(folder, { recursive: true });
    const claim: Claim = {
      ...(await thisProcess()),
      since: new Date().toISOString(),
    };
    for (;;) {
      const highest = (await generations(folder))[0] ?? 0;
      const other = await ownerAt(folder, highest);
      if (other !== undefined) return inUse(data, other);
      const generation = highest + 1;
      if (!(await claimGeneration(folder, generation, claim))) continue;
      const all = await generations(folder);
      if (all[0] === generation) {
        await removeLower(folder, all);
        return hold(folder, generation, claim);
      }
      await rm(claimAt(folder, generation), { force: true });
    }
  } catch (error) {
    return explainFailure(data, 'take over the data folder', error);
  }
}

/** Creates the claim whole, in one step; false where another process was first. */
async function claimGeneration(folder: string, generation: number, claim: Claim): Promise<boolean> {
  const path = claimAt(folder, generation);
  const unfinished = unfinishedBeside(path);
  try {
    await writeFlushed(unfinished, JSON.stringify(claim));
    await link(unfinished, path);
    await flushFolder(folder);
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(unfinished, { force: true });
  }
}

async function removeLower(folder: string, all: readonly number[]): Promise<void> {
  for (const generation of all.slice(1)) {
    await rm(claimAt(folder, generation), { force: true });
    await rm(releasedAt(folder, generation), { force: true });
  }
}
