import { createHash } from 'node:crypto';
import type { ArticleText } from '../news/article.ts';

/** What an article is told apart by, and whether its title was declared or only looks like one. */
export interface Origin extends ArticleText {
  readonly titleDeclared: boolean;
  /** What it carries to be told apart by, such as a mail's Message-ID; absent where it carries nothing. */
  readonly mark?: string;
}

const TRACKING = /^(?:utm_\w+|fbclid|gclid|mc_cid|mc_eid|cmpid|ref_src)$/i;

/**
 * An address without what does not tell pages apart: scheme, fragment, tracking, a last slash. Null for a
 * site's own address, which many sites give for each of their pages.
 */
function pageAddress(url: string): string | null {
  const parsed = new URL(url);
  for (const name of [...parsed.searchParams.keys()]) {
    if (TRACKING.test(name)) parsed.searchParams.delete(name);
  }
  parsed.searchParams.sort();
  const page = `${parsed.pathname.replace(/\/+$/, '')}${parsed.search}`;
  return page === '' ? null : `${parsed.host}${page}`;
}

function folded(text: string | null): string {
  return (text ?? '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

// So much of an article without a declared title stays as it is when somebody edits it.
const OPENING = 1000;

function keyOf(origin: Origin): readonly (string | null)[] {
  const address = origin.url === null ? null : pageAddress(origin.url);
  if (address !== null) return ['url', address];
  if (origin.mark !== undefined) return ['mark', origin.mark];
  const day = origin.publishedAt?.slice(0, 10) ?? '';
  if (origin.titleDeclared && origin.title !== null) {
    return ['title', folded(origin.title), folded(origin.outlet), day];
  }
  if (origin.title !== null) {
    return ['opening', folded(origin.title), folded(origin.text.slice(0, OPENING))];
  }
  return ['text', folded(origin.text)];
}

/**
 * The id of an article: the same for every revision. Decided by its page's address where it has one; else by
 * title, outlet and day; else by how it opens, so that two releases under one heading stay two articles.
 */
export function articleId(origin: Origin): string {
  return createHash('sha256')
    .update(JSON.stringify(keyOf(origin)))
    .digest('hex')
    .slice(0, 16);
}

/** The id of the article at an address, as its address alone tells it. */
export function idAtAddress(url: string): string {
  const unknown = { title: null, outlet: null, author: null, publishedAt: null };
  return articleId({ ...unknown, titleDeclared: false, url, text: url, basedOn: [] });
}
