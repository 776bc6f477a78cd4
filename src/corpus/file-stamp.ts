import type { BigIntStats } from 'node:fs';
import { stat } from 'node:fs/promises';
import { systemCode } from './storage-error.ts';

/** Tells the states of a file apart: whoever writes to it, or puts another in its place, changes its stamp. */
export type Stamp = string;

export function stampOf({ size, mtimeNs, ino }: BigIntStats): Stamp {
  return `${size} ${mtimeNs} ${ino}`;
}

/** The stamp of the file that is there now; undefined where there is none. */
export async function stampAt(path: string): Promise<Stamp | undefined> {
  try {
    return stampOf(await stat(path, { bigint: true }));
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}
