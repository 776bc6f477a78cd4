import { writeFile } from 'node:fs/promises';
import { explainFailure } from '../corpus/storage-error.ts';
import type { Outcome } from './finish.ts';
import type { Terminal } from './terminal.ts';

/** Prints what is exported, or writes it to a file where one is named; `what` is said to have been written ("3 feeds"). */
export async function printOrWrite(
  terminal: Terminal,
  text: string,
  file: string | undefined,
  what: string,
): Promise<Outcome> {
  if (file === undefined) {
    await terminal.print(text.trimEnd());
    return 'done';
  }
  try {
    await writeFile(file, text);
  } catch (error) {
    return explainFailure(file, 'write', error);
  }
  await terminal.print(`wrote ${what} to ${file}`);
  return 'done';
}
