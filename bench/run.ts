import { addGrowth } from './add-growth.ts';
import { briefGrowth } from './brief-growth.ts';
import { command } from './command.ts';
import { feedIngest } from './feed-ingest.ts';
import { opening } from './opening.ts';
import { page } from './page.ts';
import { pageMemory } from './page-memory.ts';
import { reading } from './reading.ts';
import { readingGrowth } from './reading-growth.ts';

/** Every row of the table; a new one is a file of its own and a name here. */
const rows = [
  reading,
  readingGrowth,
  page,
  pageMemory,
  briefGrowth,
  command,
  addGrowth,
  opening,
  feedIngest,
];

const asJson = process.argv.includes('--json');
if (!asJson) console.log(['row', 'beside', 'ratio', 'reach', 'aim', 'reached'].join('\t'));
let missed = false;
for (const measure of rows)
  for (const row of [await measure()].flat()) {
    missed ||= !row.reached;
    const { row: name, beside, ratio, reach, aim, reached } = row;
    console.log(
      asJson
        ? JSON.stringify(row)
        : [
            name,
            beside,
            ratio.toFixed(3),
            reach.toFixed(3),
            aim.toFixed(3),
            reached ? 'yes' : 'no',
          ].join('\t'),
    );
  }
process.exitCode = missed ? 1 : 0;
