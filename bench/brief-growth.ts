import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { briefFor } from '../src/briefing/brief.ts';
import { parseRequest } from '../src/briefing/request.ts';
import type { NewArticle } from '../src/corpus/corpus.ts';
import { openCorpus } from '../src/corpus/open.ts';
import type { OwnedCorpus } from '../src/corpus/writer.ts';
import { isRefusal } from '../src/news/refusal.ts';
import { readText } from '../src/reading/read.ts';
import { newsText } from './news-text.ts';
import { p99 } from './percentile.ts';
import type { Row } from './row.ts';

const SMALL = 1_000;
const LARGE = 20_000;
const CHARACTERS = 1_000;
const ROUNDS = 40;
const reach = 2;
const aim = 1.5;

/** Words that most articles hold, words that few do, a name and a question. */
const ASKED = [
  'Energy Ministry',
  'Harbor Office spokesman',
  'Anna Reed',
  'what did Mara Lind say about the talks?',
  'Dale & Sons Inc. number 17',
];

function articleOf(at: number): NewArticle {
  const title = `Report number ${at} of the day`;
  const text = newsText(CHARACTERS, at + 1);
  const publishedAt = new Date(Date.UTC(2015, 0, 1 + (at % 700))).toISOString().slice(0, 10);
  const outlet = `Outlet ${at % 40}`;
  const reading = readText({ title, text, publishedAt, outlet });
  const bare = { title, text, publishedAt, outlet, author: null, url: null, basedOn: [] };
  return { ...bare, id: `bench-${at}`, reading };
}

/** Milliseconds of each of the briefs asked, after one round to warm up. */
async function timesOf(corpus: OwnedCorpus, rounds: number): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1)
    for (const typed of ASKED) {
      const request = parseRequest(typed, '2026-01-01');
      if (isRefusal(request)) throw new Error(request.refused);
      const begun = performance.now();
      const brief = await briefFor(corpus, request);
      times.push(performance.now() - begun);
      if (isRefusal(brief)) throw new Error(`${typed}: ${brief.refused}`);
    }
  return times;
}

/** The slowest hundredth of briefs over 20,000 articles beside the same over 1,000, by the clock, in turns. */
export async function briefGrowth(): Promise<Row> {
  const folders: string[] = [];
  const corpora: OwnedCorpus[] = [];
  try {
    for (const size of [SMALL, LARGE]) {
      const folder = await mkdtemp(join(tmpdir(), 'briefing-bench-'));
      folders.push(folder);
      const corpus = await openCorpus(folder);
      if (isRefusal(corpus)) throw new Error(corpus.refused);
      corpora.push(corpus);
      for (let at = 0; at < size; at += SMALL)
        await corpus.add(Array.from({ length: SMALL }, (_, more) => articleOf(at + more)));
    }
    const times: [number[], number[]] = [[], []];
    for (const corpus of corpora) await timesOf(corpus, 2);
    for (let round = 0; round < ROUNDS; round += 1)
      for (const [at, corpus] of corpora.entries()) times[at]?.push(...(await timesOf(corpus, 1)));
    const ratio = p99(times[1]) / p99(times[0]);
    const beside = '20,000 articles, 1,000';
    return { row: 'brief-growth', beside, ratio, reach, aim, reached: ratio <= reach };
  } finally {
    for (const corpus of corpora) await corpus.close();
    for (const folder of folders) await rm(folder, { recursive: true, force: true });
  }
}
