import { openCorpus } from '../src/corpus/open.ts';
import type { OwnedCorpus } from '../src/corpus/writer.ts';
import { shelving } from '../src/ingest/shelve.ts';
import { isRefusal } from '../src/news/refusal.ts';
import { articleAt, filledFolder } from './library.ts';
import { percentile } from './percentile.ts';
import type { Row } from './row.ts';

const SMALL = 1_000;
const LARGE = 20_000;
const CHARACTERS = 1_000;
const ADDED = 300;
const WARM_UP = 30;
const reach = 1.3;
const aim = 1.05;

/** Adding one article to 20,000 beside adding it to 1,000, copies and stories looked for, at the median, in turns. */
export async function addGrowth(): Promise<Row> {
  const closing: (() => Promise<void>)[] = [];
  const corpora: OwnedCorpus[] = [];
  try {
    for (const size of [SMALL, LARGE]) {
      const { folder, remove } = await filledFolder(size, CHARACTERS);
      closing.unshift(remove);
      const corpus = await openCorpus(folder);
      if (isRefusal(corpus)) throw new Error(corpus.refused);
      closing.unshift(corpus.close);
      corpora.push(shelving(corpus));
    }
    const times: [number[], number[]] = [[], []];
    for (let at = 0; at < WARM_UP + ADDED; at += 1)
      for (const [place, corpus] of corpora.entries()) {
        const article = articleAt(LARGE + at, CHARACTERS);
        const begun = performance.now();
        await corpus.add([article]);
        if (at >= WARM_UP) times[place]?.push(performance.now() - begun);
      }
    const ratio = percentile(times[1], 0.5) / percentile(times[0], 0.5);
    const beside = 'one article more: 20,000, 1,000';
    return { row: 'add-growth', beside, ratio, reach, aim, reached: ratio <= reach };
  } finally {
    for (const close of closing) await close();
  }
}
