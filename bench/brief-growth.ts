import { briefFor } from '../src/briefing/brief.ts';
import { parseRequest } from '../src/briefing/request.ts';
import type { OwnedCorpus } from '../src/corpus/owned-corpus.ts';
import { isRefusal } from '../src/news/refusal.ts';
import { withCorpora } from './library.ts';
import { percentile } from './percentile.ts';
import { type Row, rowOf } from './row.ts';

const SMALL = 1_000;
const LARGE = 20_000;
const CHARACTERS = 1_000;
const ROUNDS = 40;
const WARM_UP = 2;
const reach = 2;
const aim = 1.5;

/** Words that most articles hold, words that few do, a name and a question. */
const ASKED = [
  'Energy Ministry',
  'Harbor Office spokesman',
  'Anna Reed',
  'what did Mara Lind say about the talks?',
  'Dale & Sons Inc. report 2',
];

/** Milliseconds of each of the briefs asked; as of another day in each round, for what is asked again is not composed again. */
async function timesOf(corpus: OwnedCorpus, round: number): Promise<number[]> {
  const day = new Date(Date.UTC(2017, 0, 1 + round)).toISOString().slice(0, 10);
  const times: number[] = [];
  for (const typed of ASKED) {
    const request = parseRequest(`${typed} as of ${day}`, '2026-01-01');
    if (isRefusal(request)) throw new Error(request.refused);
    const begun = performance.now();
    const brief = await briefFor(corpus, request);
    times.push(performance.now() - begun);
    if (isRefusal(brief)) throw new Error(`${typed}: ${brief.refused}`);
  }
  return times;
}

/** The slowest hundredth of briefs over 20,000 articles beside the same over 1,000, by the clock, in turns. */
export function briefGrowth(): Promise<Row> {
  return withCorpora([SMALL, LARGE], CHARACTERS, async (corpora) => {
    const times: [number[], number[]] = [[], []];
    for (let round = 0; round < WARM_UP + ROUNDS; round += 1)
      for (const [at, corpus] of corpora.entries()) {
        const taken = await timesOf(corpus, round);
        if (round >= WARM_UP) times[at]?.push(...taken);
      }
    const ratio = percentile(times[1], 0.99) / percentile(times[0], 0.99);
    return rowOf('brief-growth', '20,000 articles, 1,000', ratio, reach, aim);
  });
}
