// Moves a data folder into a database, and prints a line for each step.
import { moveCorpus } from '../../src/corpus/move.ts';
import { isRefusal } from '../../src/news/refusal.ts';

const [folder = '', address = ''] = process.argv.slice(2);
const moved = await moveCorpus(folder, address, ({ done, of }) => console.log(`${done} of ${of}`));
if (isRefusal(moved)) throw new Error(`${moved.refused} ${moved.next}`);
console.log(JSON.stringify(moved));
