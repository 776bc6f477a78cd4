import { readFile, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import type { NewArticle } from '../../corpus/corpus.ts';
import { explainFailure } from '../../corpus/storage-error.ts';
import type { ArticleText } from '../../news/article.ts';
import { isRefusal, type Refusal, refuse } from '../../news/refusal.ts';
import { readText } from '../../reading/read.ts';
import { articleId, type Origin } from '../article-id.ts';
import type { PageReader } from '../pages/read-pages.ts';
import { decodeText } from './decode.ts';
import { frontMatterOf } from './front-matter.ts';
import { markdownProse } from './markdown.ts';
import { paragraphs, plainLines, titled } from './paragraphs.ts';

const LARGEST_FILE = 10_000_000;
const LONGEST_TEXT = 1_000_000;

/** The kinds of file that hold an article. */
type Kind = 'text' | 'markdown' | 'page';

const KINDS: Readonly<Record<string, Kind>> = {
  '.txt': 'text',
  '.text': 'text',
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.html': 'page',
  '.htm': 'page',
  '.xhtml': 'page',
};

function kindOf(text: string): Kind {
  const start = text.slice(0, 1000).trimStart();
  if (/^(?:<!doctype html|<html|<\?xml[^>]*>\s*<(?:!doctype )?html)/i.test(start)) return 'page';
  return /^---[ \t]*\r?\n/.test(start) ? 'markdown' : 'text';
}

function tooLarge(name: string): Refusal {
  return refuse(
    `${name} is larger than ${LARGEST_FILE / 1_000_000} MB.`,
    'Cut it down to the article’s text, or split it.',
  );
}

/** A file's bytes; a larger file than allowed is refused by its size, unread. */
async function bytesOf(path: string): Promise<Uint8Array | Refusal> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) return refuse(`${path} is a folder.`, 'Name a file.');
    if (!found.isFile()) return refuse(`${path} is not a file.`, 'Name a text file.');
    return found.size > LARGEST_FILE ? tooLarge(path) : await readFile(path);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT'
      ? refuse(`There is no file ${path}.`, 'Check its name.')
      : explainFailure(path, 'read', error);
  }
}

function fromText(text: string): Origin {
  const { title, text: body } = titled(plainLines(text));
  return {
    title,
    titleDeclared: false,
    outlet: null,
    author: null,
    publishedAt: null,
    url: null,
    basedOn: [],
    text: paragraphs(body),
  };
}

function fromMarkdown(name: string, text: string): Origin | Refusal {
  const matter = frontMatterOf(name, plainLines(text));
  if (isRefusal(matter)) return matter;
  const { body, ...facts } = matter;
  const prose = markdownProse(body);
  const title = facts.title ?? prose.heading;
  // A heading that is not the title is part of the text.
  const heading = prose.heading !== null && prose.heading !== title ? `${prose.heading}\n\n` : '';
  return { ...facts, title, titleDeclared: true, text: heading + prose.text };
}

async function fromPage(name: string, html: string, pages: PageReader): Promise<Origin | Refusal> {
  const page = await pages.read(name, html);
  if (isRefusal(page)) return page;
  const { title, outlet, author, publishedAt, updatedAt, language, canonicalUrl, text } = page;
  return {
    title,
    outlet,
    author,
    publishedAt,
    ...(updatedAt !== null && { updatedAt }),
    ...(language !== null && { language }),
    url: canonicalUrl,
    text,
    basedOn: [],
    titleDeclared: true,
  };
}

function originOf(
  name: string,
  kind: Kind,
  text: string,
  pages: PageReader,
): Origin | Refusal | Promise<Origin | Refusal> {
  switch (kind) {
    case 'text':
      return fromText(text);
    case 'markdown':
      return fromMarkdown(name, text);
    case 'page':
      return fromPage(name, text, pages);
  }
}

/** Reads an article that has come to its paragraphs; the same origin gives the same id. */
function newArticle(origin: Origin): NewArticle {
  const { titleDeclared: _, ...article } = origin;
  const text: ArticleText = article;
  return { id: articleId(origin), ...text, reading: readText(text) };
}

/** An article from a file's bytes; `name` tells the kind by its ending and is what a refusal names. */
export async function articleFromBytes(
  name: string,
  bytes: Uint8Array,
  pages: PageReader,
): Promise<NewArticle | Refusal> {
  const extension = extname(name).toLowerCase();
  const named = KINDS[extension];
  if (named === undefined && extension !== '') {
    return refuse(
      `${name} is of a kind that is not read (${extension}).`,
      'Save its text as .txt, .md or .html and add that.',
    );
  }
  if (bytes.length === 0) return refuse(`${name} is empty.`, 'Check that it was saved.');
  if (bytes.length > LARGEST_FILE) return tooLarge(name);
  const text = decodeText(name, bytes);
  if (isRefusal(text)) return text;
  const origin = await originOf(name, named ?? kindOf(text), text, pages);
  if (isRefusal(origin)) return origin;
  if (!/[\p{L}\p{N}]/u.test(origin.text)) {
    return refuse(`${name} holds no text.`, 'Check that the article itself was saved.');
  }
  if (origin.text.length > LONGEST_TEXT) {
    return refuse(
      `${name} is longer than ${LONGEST_TEXT.toLocaleString('en')} characters.`,
      'Split it into the articles it holds.',
    );
  }
  return newArticle(origin);
}

/** An article from a file: plain text, Markdown with front matter, or a saved page. An undated file stays undated. */
export async function articleFromFile(
  path: string,
  pages: PageReader,
): Promise<NewArticle | Refusal> {
  const bytes = await bytesOf(path);
  return isRefusal(bytes) ? bytes : articleFromBytes(path, bytes, pages);
}
