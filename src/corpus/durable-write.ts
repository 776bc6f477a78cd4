import { open, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type Stamp, stampOf } from './file-stamp.ts';
import { explainFailure, StorageError } from './storage-error.ts';

/** Ends the name of every file that is still being written; nobody reads those. */
export const UNFINISHED = '.tmp';

let written = 0;

/** A fresh name beside `path` for a file that is still being written. */
export function unfinishedBeside(path: string): string {
  written += 1;
  return join(dirname(path), `.${basename(path)}.${process.pid}-${written}${UNFINISHED}`);
}

/** What a file is to hold: a text, or bytes that are made while it is written. */
type Content = string | AsyncIterable<Uint8Array>;

/** Writes a whole new file and waits until the disk has it; the caller renames or links it into place. */
export async function writeFlushed(path: string, content: Content): Promise<Stamp> {
  const file = await open(path, 'wx');
  try {
    await writeFile(file, content);
    await file.sync();
    return stampOf(await file.stat({ bigint: true }));
  } finally {
    await file.close();
  }
}

/** Waits until the disk has the folder's list of names; without it a rename can be lost in a power cut. */
export async function flushFolder(folder: string): Promise<void> {
  // Windows cannot open a folder, and keeps its names durable by itself.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Takes a file away. Throws StorageError. */
export async function removeDurably(path: string): Promise<void> {
  try {
    await rm(path, { force: true });
    await flushFolder(dirname(path));
  } catch (error) {
    throw new StorageError(explainFailure(path, 'remove', error), error);
  }
}

/** Puts `content` in place of the file in one step: a crash leaves the old one or the new. Throws StorageError. */
export async function writeDurably(path: string, content: Content): Promise<Stamp> {
  const unfinished = unfinishedBeside(path);
  try {
    const stamp = await writeFlushed(unfinished, content);
    await rename(unfinished, path);
    await flushFolder(dirname(path));
    return stamp;
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => {});
    throw new StorageError(explainFailure(path, 'write', error), error);
  }
}
