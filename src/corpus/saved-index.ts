import { join } from 'node:path';
import type { Article } from '../news/article.ts';
import type { ArticlesFile } from './articles-file.ts';
import { readBlocks, writeBlocks } from './block-file.ts';
import type { Stamp } from './file-stamp.ts';
import type { Known } from './json-file.ts';
import { type ArticleKeeper, type Cover, lying } from './kept-article.ts';
import { type IndexParts, newIndex, type SearchIndex } from './search-index.ts';
import { systemCode } from './storage-error.ts';

/**
 * To be raised with whatever changes how an article is kept, checked or cut into words: an index of another format is not
 * read.
 */
const FORMAT = 1;

const NAME = 'index.bin';

/** So many files of articles, or entries of words, are laid out in a few milliseconds. */
const FILES_A_BLOCK = 20;
const ENTRIES_A_BLOCK = 20_000;

/** An index as it was saved, and the files of articles of which it was made, by their shards. */
export interface SavedIndex {
  readonly files: ReadonlyMap<string, Known<readonly Article[]>>;
  readonly index: SearchIndex;
}

/** A revision as it lies in memory, and its document in the index; -1 for those that are not searched. */
type SavedArticle = readonly [document: number, cover: Cover, packed: Uint8Array];

interface SavedFile {
  readonly shard: string;
  readonly stamp: Stamp;
  readonly length: number;
  readonly articles: readonly SavedArticle[];
}

type Block =
  | { readonly is: 'beginning'; readonly format: number; readonly lengths: readonly number[] }
  | { readonly is: 'files'; readonly files: readonly SavedFile[] }
  | {
      readonly is: 'words';
      readonly words: readonly string[];
      /** How many of the entries are of each word. */
      readonly holding: readonly number[];
      readonly entries: Uint32Array;
    }
  | { readonly is: 'end' };

/**
 * Saves the index of a folder, so that opening it reads only what has changed since. It is nothing but what the files
 * hold, and may be deleted at any time. Nothing may change meanwhile. Throws StorageError, also once `giveUp` is aborted.
 */
export async function saveIndex(
  folder: string,
  files: ReadonlyMap<string, ArticlesFile>,
  index: SearchIndex,
  giveUp?: AbortSignal,
): Promise<void> {
  await writeBlocks(join(folder, NAME), blocksOf(files, index.parts()), giveUp);
}

function* blocksOf(
  files: ReadonlyMap<string, ArticlesFile>,
  { articles, lengths, words }: IndexParts,
): Generator<Block> {
  yield { is: 'beginning', format: FORMAT, lengths };
  const documents = new Map(articles.map((article, document) => [article, document]));
  const saved = (article: Article): SavedArticle => [
    documents.get(article) ?? -1,
    ...lying(article),
  ];
  const all = [...files];
  for (let from = 0; from < all.length; from += FILES_A_BLOCK) {
    const some = all.slice(from, from + FILES_A_BLOCK);
    yield {
      is: 'files',
      files: some.flatMap(([shard, { stamp, length, value }]) =>
        stamp === undefined ? [] : { shard, stamp, length, articles: value.map(saved) },
      ),
    };
  }
  let block: (readonly [word: string, entries: Uint32Array])[] = [];
  let size = 0;
  for (const word of words) {
    block.push(word);
    size += word[1].length;
    if (size < ENTRIES_A_BLOCK) continue;
    yield wordsBlock(block);
    [block, size] = [[], 0];
  }
  yield wordsBlock(block);
  yield { is: 'end' };
}

function wordsBlock(words: readonly (readonly [word: string, entries: Uint32Array])[]): Block {
  const holding = words.map(([, entries]) => entries.length);
  const entries = new Uint32Array(holding.reduce((sum, count) => sum + count, 0));
  let from = 0;
  for (const [, some] of words) {
    entries.set(some, from);
    from += some.length;
  }
  return { is: 'words', words: words.map(([word]) => word), holding, entries };
}

/** The index that was saved in a folder; undefined where there is none, or none that can be used. */
export async function readSavedIndex(
  folder: string,
  keeper: ArticleKeeper,
): Promise<SavedIndex | undefined> {
  try {
    return await fromBlocks(readBlocks(join(folder, NAME)), keeper);
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    return undefined;
  }
}

async function fromBlocks(
  blocks: AsyncIterable<Block>,
  { restore }: ArticleKeeper,
): Promise<SavedIndex | undefined> {
  const files = new Map<string, Known<readonly Article[]>>();
  const articles: Article[] = [];
  const words: [word: string, entries: Uint32Array][] = [];
  let lengths: readonly number[] = [];

  const restored = ([document, cover, packed]: SavedArticle): Article => {
    const article = restore(cover, packed);
    if (document >= 0) articles[document] = article;
    return article;
  };

  for await (const block of blocks) {
    if (block.is === 'end') {
      // An article that stood in no file was in the index alone.
      const isWhole = lengths.every((_, document) => articles[document] !== undefined);
      return isWhole ? { files, index: newIndex({ articles, lengths, words }) } : undefined;
    }
    if (block.is === 'beginning') {
      if (block.format !== FORMAT) return undefined;
      lengths = block.lengths;
    } else if (block.is === 'files') {
      for (const { shard, stamp, length, articles: all } of block.files) {
        files.set(shard, { stamp, length, value: all.map(restored) });
      }
    } else {
      let from = 0;
      for (const [at, word] of block.words.entries()) {
        const to = from + (block.holding[at] ?? 0);
        words.push([word, block.entries.subarray(from, to)]);
        from = to;
      }
    }
  }
  return undefined;
}
