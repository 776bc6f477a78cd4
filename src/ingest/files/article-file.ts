import { readFile, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import type { NewArticle } from '../../corpus/corpus.ts';
import { explainFailure } from '../../corpus/storage-error.ts';
import { isRefusal, type Refusal, refuse } from '../../news/refusal.ts';
import { readArticle, unreadArticle } from '../read-article.ts';
import type { FileReaders } from './file-readers.ts';
import { KINDS, type Kind, kindNamed, READABLE } from './kinds.ts';
import type { StoryLink } from './mail/story-links.ts';
import { originOf } from './origin-of.ts';

/** What reading a file gives. */
export interface FileContents {
  readonly article: NewArticle;
  /** The stories that a mail links; absent for other kinds of file. */
  readonly links?: readonly StoryLink[];
  /** What in it was not read, each as a reader would name it ("the attachment report.pdf"). */
  readonly unread: readonly string[];
}

function largestFor(kind: Kind | undefined): number {
  return KINDS[kind ?? 'text'].largest;
}

function tooLarge(name: string, kind: Kind | undefined): Refusal {
  return refuse(
    `${name} is larger than ${largestFor(kind) / 1_000_000} MB.`,
    'Cut it down to the article’s text, or split it.',
  );
}

/** A file's bytes; a larger file than its kind allows is refused by its size, unread. */
async function bytesOf(path: string): Promise<Uint8Array | Refusal> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) return refuse(`${path} is a folder.`, 'Name a file.');
    if (!found.isFile()) return refuse(`${path} is not a file.`, 'Name a text file.');
    const kind = kindNamed(extname(path));
    return found.size > largestFor(kind) ? tooLarge(path, kind) : await readFile(path);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT'
      ? refuse(`There is no file ${path}.`, 'Check its name.')
      : explainFailure(path, 'read', error);
  }
}

/** What a file's bytes hold; `name` tells the kind by its ending and is what a refusal names. */
export async function contentsFromBytes(
  name: string,
  bytes: Uint8Array,
  readers: FileReaders,
): Promise<FileContents | Refusal> {
  const ending = extname(name);
  const kind = kindNamed(ending);
  if (kind === undefined && ending !== '') {
    return refuse(
      `${name} is of a kind that is not read (${ending.toLowerCase()}).`,
      `Save its text as ${READABLE} and add that.`,
    );
  }
  if (bytes.length === 0) return refuse(`${name} is empty.`, 'Check that it was saved.');
  if (bytes.length > largestFor(kind)) return tooLarge(name, kind);
  const read = await originOf(name, kind, bytes, readers);
  if (isRefusal(read)) return read;
  const { origin, ...beside } = read;
  const article = readArticle(unreadArticle(name, origin));
  return isRefusal(article) ? article : { article, ...beside };
}

/**
 * What a file holds: plain text, Markdown with front matter, a saved page, a PDF or a message. An undated file stays
 * undated.
 */
export async function contentsFromFile(
  path: string,
  readers: FileReaders,
): Promise<FileContents | Refusal> {
  const bytes = await bytesOf(path);
  return isRefusal(bytes) ? bytes : contentsFromBytes(path, bytes, readers);
}

/** The article alone that a file holds. */
export async function articleFromFile(
  path: string,
  readers: FileReaders,
): Promise<NewArticle | Refusal> {
  const contents = await contentsFromFile(path, readers);
  return isRefusal(contents) ? contents : contents.article;
}
