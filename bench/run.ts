import { briefGrowth } from './brief-growth.ts';
import { feedIngest } from './feed-ingest.ts';
import { page } from './page.ts';
import { pageMemory } from './page-memory.ts';
import { postgresQuery } from './postgres-query.ts';

import { reading } from './reading.ts';
import { readingGrowth } from './reading-growth.ts';
import type { Row } from './row.ts';

/** Every row of the table; a new one is a file of its own and a name here. */
const rows: (() => Row | Promise<Row>)[] = [
  reading,
  readingGrowth,
  page,
  pageMemory,
  briefGrowth,
  feedIngest,
];
const size = process.argv.includes('--full') ? 1_000_000 : 100_000;
rows.push(() => postgresQuery(size));

const asJson = process.argv.includes('--json');
if (!asJson) console.log(['row', 'beside', 'ratio', 'reach', 'aim', 'reached'].join('\t'));
let missed = false;
for (const measure of rows) {
  const row = await measure();
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
