import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openCorpus } from '../src/corpus/open.ts';
import { isRefusal } from '../src/news/refusal.ts';

/** What a process of its own prints of a folder: milliseconds until it could be used, and bytes of memory then. */
export interface Opened {
  readonly milliseconds: number;
  readonly resident: number;
}

/** All that opening cannot do without: the files, read and parsed. */
async function parseAll(folder: string): Promise<void> {
  for (const name of await readdir(folder, { recursive: true })) {
    if (name.endsWith('.json')) JSON.parse(await readFile(join(folder, name), 'utf8'));
  }
}

async function open(folder: string): Promise<() => Promise<void>> {
  const corpus = await openCorpus(folder);
  if (isRefusal(corpus)) throw new Error(corpus.refused);
  return corpus.close;
}

const [how, folder = ''] = process.argv.slice(2);
const begun = performance.now();
const close = how === 'open' ? await open(folder) : await parseAll(folder);
const milliseconds = performance.now() - begun;
const opened: Opened = { milliseconds, resident: process.memoryUsage().rss };
console.log(JSON.stringify(opened));
await close?.();
