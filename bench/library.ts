import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NewArticle } from '../src/corpus/corpus.ts';
import { openCorpus } from '../src/corpus/open.ts';
import type { OwnedCorpus } from '../src/corpus/owned-corpus.ts';
import { isRefusal } from '../src/news/refusal.ts';
import { readText } from '../src/reading/read.ts';
import { happening } from './happening.ts';
import { newsText } from './news-text.ts';

const AT_ONCE = 1_000;
/** Every so many articles one tells of the OPM breach, too. */
const ON_OPM = 100;
/** So many in a row tell of one happening. */
const ON_ONE = 4;
const OPM =
  'The breach at the Office of Personnel Management (OPM) came up again, a spokesman said on Friday.';

/** A text that nobody wrote, of about `characters`, with its title; the same for the same place. */
export function textAt(
  at: number,
  characters: number,
): { readonly title: string; readonly text: string } {
  const told = happening(Math.floor(at / ON_ONE));
  const title = `${told.title}, report ${1 + (at % ON_ONE)}`;
  const half = told.text(characters / 2, at % ON_ONE);
  const news = `${half}\n\n${newsText(characters - half.length, at + 1)}`;
  return { title, text: at % ON_OPM === 0 ? `${OPM} ${news}` : news };
}

/** An article of it. */
export function articleAt(at: number, characters: number): NewArticle {
  const { title, text } = textAt(at, characters);
  const publishedAt = new Date(Date.UTC(2015, 0, 1 + (at % 700))).toISOString().slice(0, 10);
  const outlet = `Outlet ${at % 40}`;
  const reading = readText({ title, text, publishedAt, outlet });
  const bare = { title, text, publishedAt, outlet, author: null, url: null, basedOn: [] };
  return { ...bare, id: `bench-${at}`, reading };
}

/** A data folder with so many articles, nobody's until it is opened; `remove` when done. */
export async function filledFolder(
  articles: number,
  characters: number,
): Promise<{ readonly folder: string; readonly remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'briefing-bench-'));
  const corpus = await openCorpus(folder);
  if (isRefusal(corpus)) throw new Error(corpus.refused);
  for (let from = 0; from < articles; from += AT_ONCE) {
    const count = Math.min(AT_ONCE, articles - from);
    await corpus.add(Array.from({ length: count }, (_, at) => articleAt(from + at, characters)));
  }
  await corpus.close();
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** Works with a corpus of each size, all open at once, in folders that are gone afterwards. */
export async function withCorpora<T>(
  sizes: readonly number[],
  characters: number,
  work: (corpora: readonly OwnedCorpus[]) => Promise<T>,
): Promise<T> {
  const closing: (() => Promise<void>)[] = [];
  const corpora: OwnedCorpus[] = [];
  try {
    for (const size of sizes) {
      const { folder, remove } = await filledFolder(size, characters);
      closing.unshift(remove);
      const corpus = await openCorpus(folder);
      if (isRefusal(corpus)) throw new Error(corpus.refused);
      closing.unshift(corpus.close);
      corpora.push(corpus);
    }
    return await work(corpora);
  } finally {
    for (const close of closing) await close();
  }
}
