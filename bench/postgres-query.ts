import pg from 'pg';
import { briefFor } from '../src/briefing/brief.ts';
import { composeBrief } from '../src/briefing/compose.ts';
import { composingOnce } from '../src/briefing/composed-lately.ts';
import { parseRequest } from '../src/briefing/request.ts';
import type { NewArticle } from '../src/corpus/corpus.ts';
import type { OwnedCorpus } from '../src/corpus/owned-corpus.ts';
import { openDatabase } from '../src/corpus/postgres/open.ts';
import { isRefusal } from '../src/news/refusal.ts';
import { readText } from '../src/reading/read.ts';
import { newsText } from './news-text.ts';
import { percentile } from './percentile.ts';
import { type Row, rowOf } from './row.ts';
import { withPostgres } from './temporary-postgres.ts';

const BATCH = 1_000;
/** So many texts are read; each stands under many titles, with each of the places: the best found are not all one text. */
const TEXTS = 4_999;
const CHARACTERS = 1_000;
/** Of so many articles one tells of each of the places asked about. */
const ONE_IN = 400;
const PLACES = ['Orrin', 'Velmar'];
/** What most articles hold some words of; each pair is asked once, so that nothing is remembered of it. */
const WHO = ['Anna Reed', 'Paul Stone', 'Carl Moss', 'Ines Vega', 'Tom Hale', 'Mara Lind'];
const WHAT = [
  'port',
  'new talks',
  'Energy Ministry',
  'Senate panel',
  'Harbor Office',
  'Audit Board',
];
const PAIRS = WHO.flatMap((who) => WHAT.map((what) => `${who} ${what}`));
const BEFORE = ['Omar Said', 'Eva Brandt', 'Energy Ministry', ...PLACES];
const reach = 2;
const aim = 1.3;

const texts = new Map<number, Pick<NewArticle, 'text' | 'reading'>>();

function articleOf(at: number): NewArticle {
  const place = PLACES[at % ONE_IN];
  const number = at % TEXTS;
  const known = texts.get(number);
  const text = known?.text ?? newsText(CHARACTERS, number + 1);
  const reading =
    known?.reading ?? readText({ title: null, text, publishedAt: null, outlet: null });
  texts.set(number, { text, reading });
  const title = place === undefined ? `Report ${at} of the day` : `Talks in ${place}, day ${at}`;
  const publishedAt = new Date(Date.UTC(2015, 0, 1 + (at % 700))).toISOString().slice(0, 10);
  const bare = { title, text, publishedAt, outlet: `Outlet ${at % 40}`, author: null, url: null };
  return { ...bare, id: `bench-${at}`, basedOn: [], reading };
}

/** As the app composes. */
const compose = composingOnce(composeBrief);

async function briefTime(corpus: OwnedCorpus, typed: string): Promise<number> {
  const request = parseRequest(typed, '2026-01-01');
  if (isRefusal(request)) throw new Error(request.refused);
  const begun = performance.now();
  const brief = await briefFor(corpus, request, undefined, compose);
  if (isRefusal(brief)) throw new Error(`${typed}: ${brief.refused}`);
  return performance.now() - begun;
}

async function bareTime(client: pg.Client, typed: string): Promise<number> {
  const words = typed.toLowerCase().split(' ').join(' | ');
  const begun = performance.now();
  await client.query(
    `SELECT id FROM articles WHERE words @@ $1::tsquery
     ORDER BY ts_rank(words, $1::tsquery) DESC LIMIT 120`,
    [words],
  );
  return performance.now() - begun;
}

/** The slowest hundredth of briefs over so many articles in Postgres, beside one bare full-text query by the same words. */
export function postgresQuery(size: number): Promise<Row> {
  return withPostgres(async ({ url }) => {
    const corpus = await openDatabase(url);
    if (isRefusal(corpus)) throw new Error(corpus.refused);
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      for (let at = 0; at < size; at += BATCH) {
        await corpus.add(Array.from({ length: BATCH }, (_, more) => articleOf(at + more)));
      }
      await client.query('VACUUM ANALYZE');
      for (const typed of BEFORE) await briefTime(corpus, typed);
      const times: [number[], number[]] = [[], []];
      for (const [round, pair] of PAIRS.entries()) {
        // Something comes in between, in a place that is asked about.
        await corpus.add([articleOf(size + ONE_IN * round + (round % PLACES.length))]);
        for (const typed of [...PLACES, pair]) {
          times[0].push(await briefTime(corpus, typed));
          times[1].push(await bareTime(client, typed));
        }
      }
      const ratio = percentile(times[0], 0.99) / percentile(times[1], 0.99);
      const beside = `one bare full-text query, ${size.toLocaleString('en')} articles`;
      return rowOf('postgres-query', beside, ratio, reach, aim);
    } finally {
      await client.end();
      await corpus.close();
    }
  });
}
