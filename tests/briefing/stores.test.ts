import { expect, test } from 'vitest';
import { newsText } from '../../bench/news-text.ts';
import type { NewArticle, Search } from '../../src/corpus/corpus.ts';
import type { OwnedCorpus } from '../../src/corpus/owned-corpus.ts';
import { shelving } from '../../src/ingest/shelve.ts';
import { loadStarter } from '../../src/ingest/starter.ts';
import { STORES } from '../corpus/stores.ts';
import { answerTo, newArticleOf } from './library.ts';

const SEEDS = new URL('../../seeds', import.meta.url).pathname;
const NOW = () => new Date('2026-11-23T08:00:00.000Z');
const GENERATED = 300;

/** News of a made-up world; some of it names what the starter's topics are about. */
function generated(n: number): NewArticle {
  const about = n % 7 === 0 ? 'The OPM breach was debated again. ' : '';
  const where = n % 11 === 0 ? 'The U.S.-China dialogue opens in autumn. ' : '';
  return newArticleOf({
    ...{ id: `generated-${n}`, title: `Report ${n} of the day`, outlet: `Outlet ${n % 20}` },
    publishedAt: new Date(Date.UTC(2015, 0, 1 + (n % 300))).toISOString().slice(0, 10),
    text: `${about}${newsText(600 + 40 * (n % 30), n + 1)} ${where}`,
  });
}

async function filled(corpus: OwnedCorpus): Promise<OwnedCorpus> {
  const library = shelving(corpus);
  expect(await loadStarter(library, SEEDS)).toEqual([]);
  const news = Array.from({ length: GENERATED }, (_, n) => generated(n));
  for (let at = 0; at < GENERATED; at += 100) await library.add(news.slice(at, at + 100));
  return library;
}

const ASKED = [
  'Kirby China accusation',
  'Energy Ministry spokesman',
  'Anna Reed talks',
  'what did Mara Lind say about the budget?',
  'security clearance files',
  'harbour',
  'Clapper leading suspect',
  'fingerprints stolen',
  'Kirbey',
  'ministre spokesmen',
];

test('every store gives the same briefs, and finds the same', async () => {
  const corpora = await Promise.all(
    STORES.map(async ({ place }) => filled(await (await place()).open(NOW))),
  );
  const [memory, database] = corpora as [OwnedCorpus, OwnedCorpus];
  expect(await database.size()).toEqual(await memory.size());

  const topics = await memory.topics();
  expect(topics.length).toBeGreaterThan(1);
  for (const { name, aliases } of topics) {
    for (const typed of [name, `${name} as of 2015-06-23`, `${name} since 20 June 2015`]) {
      expect(await answerTo(database, typed), typed).toEqual(await answerTo(memory, typed));
    }
    for (const limit of [undefined, 30, 7]) {
      const search = { phrases: aliases, ...(limit !== undefined && { limit }) };
      expect(await idsOf(database, search)).toEqual(await idsOf(memory, search));
    }
  }
  for (const words of ASKED) {
    const search = { words, limit: 10 };
    const [found, wanted] = [await idsOf(database, search), await idsOf(memory, search)];
    expect(wanted.length, words).toBeGreaterThan(0);
    const missing = wanted.filter((id) => !found.includes(id));
    expect(missing.length, words).toBeLessThanOrEqual(wanted.length / 10);
  }
  await Promise.all(corpora.map((corpus) => corpus.close()));
});

async function idsOf(corpus: OwnedCorpus, search: Search): Promise<readonly string[]> {
  return (await corpus.search(search)).map(({ article }) => article.id);
}
