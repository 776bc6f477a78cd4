// Owns the data folder named, as the bot does, and does what other processes ask for, until it is written to.

import { watchInbox } from '../../src/ingest/inbox/watch-inbox.ts';
import { openLibrary } from '../../src/ingest/library.ts';
import { isRefusal } from '../../src/news/refusal.ts';

const [folder = '', seeds = ''] = process.argv.slice(2);
const corpus = await openLibrary(folder, seeds);
if (isRefusal(corpus)) throw new Error(corpus.refused);
const inbox = await watchInbox(corpus, folder, () => {});
if (isRefusal(inbox)) throw new Error(inbox.refused);
console.log('owned');
for await (const _ of process.stdin) break;
await inbox.stop();
await corpus.close();
