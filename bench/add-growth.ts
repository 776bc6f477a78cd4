import { shelving } from '../src/ingest/shelve.ts';
import { articleAt, withCorpora } from './library.ts';
import { percentile } from './percentile.ts';
import { type Row, rowOf } from './row.ts';

const SMALL = 1_000;
const LARGE = 20_000;
const CHARACTERS = 1_000;
const ADDED = 300;
const WARM_UP = 30;
const reach = 1.3;
const aim = 1.05;

/** Adding one article to 20,000 beside adding it to 1,000, copies and stories looked for, at the median, in turns. */
export function addGrowth(): Promise<Row> {
  return withCorpora([SMALL, LARGE], CHARACTERS, async (corpora) => {
    const libraries = corpora.map(shelving);
    const times: [number[], number[]] = [[], []];
    for (let at = 0; at < WARM_UP + ADDED; at += 1)
      for (const [place, library] of libraries.entries()) {
        const article = articleAt(LARGE + at, CHARACTERS);
        const begun = performance.now();
        await library.add([article]);
        if (at >= WARM_UP) times[place]?.push(performance.now() - begun);
      }
    const ratio = percentile(times[1], 0.5) / percentile(times[0], 0.5);
    return rowOf('add-growth', 'one article more: 20,000, 1,000', ratio, reach, aim);
  });
}
