import type { NewArticle } from '../corpus/corpus.ts';
import { isRefusal, type Refusal, refuse } from '../news/refusal.ts';
import { contentsFromBytes } from './files/article-file.ts';
import { decodePage } from './files/decode.ts';
import type { FileReaders } from './files/file-readers.ts';
import { isPdf } from './files/kinds.ts';
import { notAnArticle } from './pages/not-an-article.ts';
import { originOfPage } from './pages/origin-of-page.ts';
import type { Page } from './pages/page.ts';
import { readArticle, type UnreadArticle, unreadArticle } from './read-article.ts';
import type { Web, WebBody } from './web/web.ts';

/** What fetching articles works with. */
export interface Fetching {
  readonly web: Web;
  readonly readers: FileReaders;
}

/** An article runs over so many pages at the most. */
const MOST_PAGES = 20;

/** What is known of an article from elsewhere, such as its feed, where its own page doesn't say. */
export interface Hints {
  readonly title: string | null;
  readonly outlet: string | null;
  readonly author: string | null;
  readonly publishedAt: string | null;
}

const NO_HINTS: Hints = { title: null, outlet: null, author: null, publishedAt: null };

/** Fetches and reads the article at an address: all its pages, the full version of an AMP or print page, or a PDF. */
export async function fetchArticle(url: string, fetching: Fetching): Promise<NewArticle | Refusal> {
  return readArticle(await fetchUnread(url, fetching, NO_HINTS));
}

/** The article in an answer of the web; what is no article is refused, as NotAnArticle where it is another page. */
export async function articleFromAnswer(
  answer: WebBody,
  fetching: Fetching,
): Promise<NewArticle | Refusal> {
  return readArticle(await unreadFromAnswer(answer, fetching, NO_HINTS));
}

/** As `fetchArticle`, without reading. */
export async function fetchUnread(
  url: string,
  fetching: Fetching,
  hints: Hints,
): Promise<UnreadArticle | Refusal> {
  const answer = await fetching.web.get({ url, accept: 'page' });
  if ('cause' in answer) return answer;
  if (answer.kind === 'unchanged') throw new Error('Nothing was asked that could be unchanged.');
  return unreadFromAnswer(answer, fetching, hints);
}

async function unreadFromAnswer(
  answer: WebBody,
  fetching: Fetching,
  hints: Hints,
): Promise<UnreadArticle | Refusal> {
  if (isPdf(answer.body)) return fromPdf(answer, fetching);
  const first = await pageOf(answer, fetching);
  if (isRefusal(first)) return first;
  // What a page of links leaves once its links are gone.
  if (first.text === '') return notAnArticle(answer.url, { kind: 'list', feeds: first.feeds });
  const page = await wholeArticle(first, answer.url, fetching);
  const origin = originOfPage(page);
  return unreadArticle(answer.url, {
    ...origin,
    title: origin.title ?? hints.title,
    outlet: origin.outlet ?? hints.outlet,
    author: origin.author ?? hints.author,
    publishedAt: origin.publishedAt ?? hints.publishedAt,
    url: ownAddress(page.canonicalUrl, answer.url),
  });
}

async function pageOf(answer: WebBody, { readers }: Fetching): Promise<Page | Refusal> {
  const charset = /charset\s*=\s*["']?([\w.:-]{1,40})/i.exec(answer.contentType ?? '')?.[1];
  const html = decodePage(answer.url, answer.body, charset);
  return isRefusal(html) ? html : readers.pages.read(answer.url, html, answer.url);
}

/** The full version where a page names one that can be read; else the page with those that go on with it. */
async function wholeArticle(page: Page, url: string, fetching: Fetching): Promise<Page> {
  if (page.fullVersion !== null && page.fullVersion !== url) {
    const full = await pageAt(page.fullVersion, fetching);
    if (full !== undefined && full.text.length >= page.text.length / 2) return full;
  }
  const texts = [page.text];
  for (const next of page.nextPages.slice(0, MOST_PAGES)) {
    const part = await pageAt(next, fetching);
    if (part !== undefined && !texts.includes(part.text)) texts.push(part.text);
  }
  return { ...page, text: texts.join('\n\n') };
}

/** Another page of an article; undefined where it can't be had, for what there is counts. */
async function pageAt(url: string, fetching: Fetching): Promise<Page | undefined> {
  const answer = await fetching.web.get({ url, accept: 'page' });
  if ('cause' in answer || answer.kind === 'unchanged') return undefined;
  const page = await pageOf(answer, fetching);
  return isRefusal(page) ? undefined : page;
}

/**
 * The address that a page says it has, believed of its own site only: otherwise any page could pass for a revision
 * of another site's article.
 */
function ownAddress(declared: string | null, fetched: string): string {
  if (declared === null || !URL.canParse(declared)) return fetched;
  return siteOf(declared) === siteOf(fetched) ? declared : fetched;
}

/** A host without the names that sites give to their variants. */
function siteOf(url: string): string {
  return new URL(url).host.replace(/^(?:www\d?|m|mobile|amp|edition)\./, '');
}

async function fromPdf(
  { url, body }: WebBody,
  { readers }: Fetching,
): Promise<UnreadArticle | Refusal> {
  const contents = await contentsFromBytes('article.pdf', body, readers);
  if (isRefusal(contents))
    return refuse(contents.refused.replace('article.pdf', url), contents.next);
  const { id: _, reading: __, ...text } = contents.article;
  return unreadArticle(url, { ...text, url, titleDeclared: true });
}
