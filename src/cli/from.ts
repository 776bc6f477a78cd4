import { fileReaders } from '../ingest/files/file-readers.ts';
import { READABLE } from '../ingest/files/kinds.ts';
import type { Article } from '../news/article.ts';
import { type Refusal, refuse } from '../news/refusal.ts';
import { sentences } from './finish.ts';
import { articlesAt } from './given.ts';
import type { Terminal } from './terminal.ts';

/** The articles of a file or folder, kept nowhere. */
export interface From {
  /** The newest text of each, in the order in which they were read. */
  readonly articles: readonly Article[];
  /** How many files or lines could not be read. */
  readonly failed: number;
}

/** Reads the articles at a path and says what could not be read; refuses where nothing could. */
export async function articlesFrom(path: string, terminal: Terminal): Promise<From | Refusal> {
  const articles = new Map<string, Article>();
  const ingestedAt = new Date().toISOString();
  const readers = fileReaders();
  let arrival = 0;
  let failed = 0;
  try {
    for await (const given of articlesAt(path, readers)) {
      const told = 'refusal' in given ? given.refusal : given.notice;
      if (told) terminal.say(sentences(told));
      if ('refusal' in given) {
        failed += 1;
        continue;
      }
      arrival += 1;
      const revision = (articles.get(given.article.id)?.revision ?? 0) + 1;
      articles.set(given.article.id, { ...given.article, revision, arrival, ingestedAt });
    }
  } finally {
    await readers.close();
  }
  if (articles.size === 0) {
    return refuse(
      `No article could be read from ${path}.`,
      `Name a ${READABLE} file, a .jsonl file, or a folder of them.`,
    );
  }
  return { articles: [...articles.values()], failed };
}
