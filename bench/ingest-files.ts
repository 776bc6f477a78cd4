// A process of its own that takes folders of files into a database: one for a start, then the one that is measured.
import { createInterface } from 'node:readline';
import { openDatabase } from '../src/corpus/postgres/open.ts';
import { ingestPaths } from '../src/ingest/files/ingest-paths.ts';
import { shelving } from '../src/ingest/shelve.ts';
import { isRefusal, refuse } from '../src/news/refusal.ts';

const [database = '', first = '', measured = ''] = process.argv.slice(2);
const corpus = await openDatabase(database);
if (isRefusal(corpus)) throw new Error(corpus.refused);
const library = shelving(corpus);
const nothing = async () => refuse('Nothing is fetched here.', 'Name a folder.');

async function takeIn(folder: string): Promise<void> {
  await ingestPaths(library.add, [folder], process.stdin, nothing, (told) => {
    if ('refusal' in told) throw new Error(told.refusal.refused);
  });
}

const orders = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
await takeIn(first);
console.log('ready');
await orders.next();
await takeIn(measured);
console.log('done');
await corpus.close();
process.exit(0);
