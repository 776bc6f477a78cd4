import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { filledFolder } from './library.ts';
import type { Opened } from './open-folder.ts';
import { type Row, rowOf } from './row.ts';

const ARTICLES = 10_000;
const CHARACTERS = 4_000;
const ROUNDS = 3;

/** Opens a folder, or only reads and parses its files, in a process of its own. */
async function inProcess(how: 'open' | 'parse', folder: string): Promise<Opened> {
  const script = join(import.meta.dirname, 'open-folder.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [
    ...['--import', 'tsx', script, how, folder],
  ]);
  return JSON.parse(stdout);
}

/** How long a folder of 10,000 articles takes until it can be used, and the memory it then takes. */
export async function opening(): Promise<Row[]> {
  const { folder, remove } = await filledFolder(ARTICLES, CHARACTERS);
  try {
    let [ready, parsed, resident] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 0];
    for (let round = 0; round < ROUNDS; round += 1) {
      const opened = await inProcess('open', folder);
      ready = Math.min(ready, opened.milliseconds);
      resident = Math.max(resident, opened.resident);
      parsed = Math.min(parsed, (await inProcess('parse', folder)).milliseconds);
    }
    return [
      rowOf('ready', 'reading and parsing the files of 10,000 articles', ready / parsed, 10, 3),
      rowOf('memory', 'their text, 40 MB', resident / (ARTICLES * CHARACTERS), 10, 5),
    ];
  } finally {
    await remove();
  }
}
