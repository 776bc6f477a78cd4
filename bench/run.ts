import { addGrowth } from './add-growth.ts';
import { briefGrowth } from './brief-growth.ts';
import { command } from './command.ts';
import { day } from './day.ts';
import { digestFanout } from './digest-fanout.ts';
import { feedIngest } from './feed-ingest.ts';
import { opening } from './opening.ts';
import { page } from './page.ts';
import { pageMemory } from './page-memory.ts';
import { postgresQuery } from './postgres-query.ts';
import { processes } from './processes.ts';
import { reading } from './reading.ts';
import { readingGrowth } from './reading-growth.ts';
import type { Row } from './row.ts';

const isFull = process.argv.includes('--full');

/** What measures each row of the table, or several at once; a new one is a file of its own and a name here. */
const measures: readonly (() => Row | Promise<Row | readonly Row[]>)[] = [
  ...[reading, readingGrowth, page, pageMemory, briefGrowth, command, addGrowth, opening],
  ...[feedIngest, day, digestFanout, processes],
  () => postgresQuery(isFull ? 1_000_000 : 100_000),
];

async function* rows(): AsyncGenerator<Row> {
  for (const measure of measures) yield* [await measure()].flat();
}

const asJson = process.argv.includes('--json');
if (!asJson) console.log(['row', 'beside', 'ratio', 'reach', 'aim', 'reached'].join('\t'));
let missed = false;
for await (const row of rows()) {
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
