// Opens a library to look in, and prints how many articles and topics it sees.
import { readLibrary } from '../../../src/ingest/library.ts';
import { isRefusal } from '../../../src/news/refusal.ts';

const [folder = '', seeds = ''] = process.argv.slice(2);
const seen = await readLibrary(folder, seeds);
if (isRefusal(seen)) throw new Error(seen.refused);
console.log(`${(await seen.size()).articles} ${(await seen.topics()).length}`);
