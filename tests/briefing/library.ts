import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BriefAnswer } from '../../src/briefing/brief.ts';
import { briefFor } from '../../src/briefing/brief.ts';
import { parseRequest } from '../../src/briefing/request.ts';
import type { CorpusReader, NewArticle } from '../../src/corpus/corpus.ts';
import type { OwnedCorpus } from '../../src/corpus/owned-corpus.ts';
import { openLibrary } from '../../src/ingest/library.ts';
import type { Article } from '../../src/news/article.ts';
import { isRefusal, type Refusal } from '../../src/news/refusal.ts';
import { readText } from '../../src/reading/read.ts';

const SEEDS = new URL('../../seeds', import.meta.url).pathname;
const TODAY = '2026-11-23';

/** A corpus in a new folder with the starter articles and topics; `close` takes the folder away too. */
export async function starterLibrary(): Promise<OwnedCorpus> {
  const folder = await mkdtemp(join(tmpdir(), 'briefing-'));
  const corpus = given(await openLibrary(folder, SEEDS));
  return {
    ...corpus,
    close: async () => {
      await corpus.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The value; a refusal fails the test. */
export function given<T>(value: T | Refusal): T {
  if (isRefusal(value)) throw new Error(`${value.refused} ${value.next}`);
  return value;
}

/** What `/brief` answers to words typed. */
export async function answerTo(
  corpus: CorpusReader,
  typed: string,
  asker?: string,
): Promise<BriefAnswer | Refusal> {
  return briefFor(corpus, given(parseRequest(typed, TODAY)), asker);
}

/** The brief that `/brief` answers with; a refusal fails the test. */
export async function briefOn(
  corpus: CorpusReader,
  typed: string,
  asker?: string,
): Promise<BriefAnswer> {
  return given(await answerTo(corpus, typed, asker));
}

/** A text as the corpus keeps it, read by the real reading. */
export function articleOf(
  fields: Partial<Omit<Article, 'reading'>> & { readonly id: string; readonly text: string },
): Article {
  const { title = null, outlet = 'The Daily Test', publishedAt = '2015-06-22', text } = fields;
  return {
    revision: 1,
    arrival: 1,
    ingestedAt: '2026-01-01T00:00:00Z',
    author: null,
    url: null,
    basedOn: [],
    ...fields,
    title,
    outlet,
    publishedAt,
    reading: readText({ title, text, publishedAt, outlet }),
  };
}

/** The same article on its way into a corpus. */
export function newArticleOf(fields: Parameters<typeof articleOf>[0]): NewArticle {
  const { revision, arrival, ingestedAt, ...article } = articleOf(fields);
  return article;
}
