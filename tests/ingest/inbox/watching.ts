// Owns a library and does what the inbox asks for, until it is killed; prints each thing done.

import { watchInbox } from '../../../src/ingest/inbox/watch-inbox.ts';
import { openLibrary } from '../../../src/ingest/library.ts';
import { isRefusal } from '../../../src/news/refusal.ts';

const [folder = '', seeds = ''] = process.argv.slice(2);
const corpus = await openLibrary(folder, seeds);
if (isRefusal(corpus)) throw new Error(corpus.refused);
await watchInbox(corpus, folder, ({ kind }) => console.log(kind));
console.log('watching');
