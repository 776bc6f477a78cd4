import type { Line, Source } from '../news/brief.ts';

/** A stored article, its newest revision and its beginning unless told otherwise. */
export interface Place {
  readonly articleId: string;
  readonly revision?: number;
  readonly start?: number;
  readonly end?: number;
}

/** The address of this installation's page for a place, where there is such a page. */
export type ArticlePage = (place: Place) => string;

/** An address longer than this is not linked: with its text fragment it could be more than Slack takes. */
const LONGEST = 1_500;
/** Words at either end of a line that are enough for a browser to find it. */
const EDGE = 6;

/**
 * Where a citation leads: the article's own page, at the line by text fragment
 * (https://wicg.github.io/scroll-to-text-fragment/), else our page of the stored revision, else nowhere.
 */
export function citationUrl(line: Line, source: Source, page?: ArticlePage): string | undefined {
  const url = webAddress(source.url);
  if (!url) return page?.(line);
  const [address = '', anchor] = url.split('#', 2);
  return `${address}#${anchor ?? ''}:~:text=${fragment(line.text)}`;
}

/** Where a source as a whole leads. */
export function sourceUrl(source: Source, page?: ArticlePage): string | undefined {
  return webAddress(source.url) ?? page?.({ articleId: source.articleId });
}

/** An address as it is where Slack takes it for a link: only the web's, and not too long. A feed may hand us anything. */
export function webAddress(url: string | null): string | undefined {
  return url && url.length <= LONGEST && /^https?:\/\//i.test(url) ? url : undefined;
}

function fragment(words: string): string {
  const all = words.trim().split(/\s+/);
  if (all.length <= 2 * EDGE) return encode(all.join(' '));
  return `${encode(all.slice(0, EDGE).join(' '))},${encode(all.slice(-EDGE).join(' '))}`;
}

/** `-`, `,` and `&` have a meaning of their own in a text fragment. */
function encode(words: string): string {
  return encodeURIComponent(words).replaceAll('-', '%2D');
}
