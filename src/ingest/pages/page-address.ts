import type { PageFeed } from './page.ts';
import { oneLine, type PageElement } from './page-node.ts';
import type { Survey } from './survey.ts';

/** A page's own address, and the addresses around it. */
export interface PageAddresses {
  readonly canonicalUrl: string | null;
  readonly nextPages: readonly string[];
  readonly fullVersion: string | null;
  readonly feeds: readonly PageFeed[];
}

const MOST_PARTS = 30;
const MOST_FEEDS = 50;

/** An absolute http address, as the page means it; undefined where it is none. */
function absolute(href: string | null | undefined, base: string | null): string | undefined {
  if (!href || href.length > 2_000) return undefined;
  if (base === null ? !/^https?:\/\//i.test(href) : /^#/.test(href)) return undefined;
  const url = URL.parse(href, base ?? undefined);
  return url !== null && /^https?:$/.test(url.protocol) ? url.href : undefined;
}

const PART =
  /(?:[?&](?:page|pg|p|pagenum|paged|page_no)=(\d{1,3})|\/(?:page|p|seite)[/-]?(\d{1,3})|[_-](?:page|p)-?(\d{1,3})(?=\.\w{2,5}$|\/?$))(?=[&#/.]|$)/i;

/** An address without the part it names, and the number of that part; 1 where it names none. */
function partOf(url: string): { readonly whole: string; readonly part: number } {
  const match = PART.exec(url);
  if (match === null) return { whole: url.replace(/[#].*$/, '').replace(/\/$/, ''), part: 1 };
  const part = Number(match[1] ?? match[2] ?? match[3]);
  const rest = url.slice(0, match.index) + url.slice(match.index + match[0].length);
  return {
    whole: rest
      .replace(/[#].*$/, '')
      .replace(/[?&]$/, '')
      .replace(/\/$/, ''),
    part,
  };
}

const ONE_PAGE =
  /^(?:view (?:as |on )?(?:a )?(?:single|one|all|full)(?: page| article)?s?|single page(?: view)?|(?:read|show|view) (?:the )?(?:full|complete|whole) (?:article|story|version)|all pages|on one page)$/i;

/** Whether an address is that of a variant for printing or of an AMP page. */
function isVariant(url: URL): boolean {
  return (
    /(?:^|\/)(?:amp|print)(?:\/|$)|\.(?:amp|print)(?:\.html?)?$/i.test(url.pathname) ||
    /^(?:amp|print)\./i.test(url.hostname) ||
    ['amp', 'print', 'outputType', 'printable'].some((name) => {
      const value = url.searchParams.get(name);
      return value !== null && !/^(?:0|false|no)$/i.test(value);
    })
  );
}

function isSite(url: string): boolean {
  const { pathname, search } = new URL(url);
  return pathname === '/' && search === '';
}

/** Reads the addresses that a page names; `url` is where it came from, null where that is not known. */
export function pageAddresses(
  survey: Survey,
  html: PageElement,
  url: string | null,
): PageAddresses {
  const own = absolute(url, null) ?? null;
  const base = absolute(survey.base, own) ?? own;
  const link = (rel: RegExp) =>
    survey.links
      .filter((one) => rel.test(one.rel))
      .flatMap((one) => absolute(one.href, base) ?? []);
  const meta = (key: string) => absolute(survey.metas.get(key)?.[0], base);

  // The site's own address, which some give on every page, says nothing of the article.
  const declared = [...link(/^canonical$/), ...[meta('og:url')].flatMap((one) => one ?? [])];
  const named = declared.find((one) => !isSite(one) || (own !== null && isSite(own)));
  const start = named ?? own;
  const { whole } = start === null ? { whole: null } : partOf(start);
  const parts = start === null ? [] : laterParts(survey.anchors, link(/\bnext\b/), start, base);
  const isPart = own !== null && partOf(own).part > 1 && named !== undefined;

  const isAmp = html.getAttribute('amp') != null || html.getAttribute('⚡') != null;
  const variant = own !== null && isVariant(new URL(own));
  const onePage = survey.anchors
    .slice(0, 3_000)
    .find((anchor) => ONE_PAGE.test(oneLine(anchor.textContent?.slice(0, 60)) ?? ''));
  const single =
    parts.length > 0 || isPart ? absolute(onePage?.getAttribute('href'), base) : undefined;
  const real = named !== undefined && named !== own && (isAmp || variant) ? named : undefined;
  const canonicalUrl = (parts.length > 0 || isPart ? whole : start) ?? null;
  return {
    canonicalUrl,
    nextPages: single === undefined ? parts : [],
    fullVersion: single ?? real ?? null,
    feeds: feedsOf(survey, base),
  };
}

/** The later parts of one article, as its page numbers and its link to the next part name them. */
function laterParts(
  anchors: readonly PageElement[],
  next: readonly string[],
  start: string,
  base: string | null,
): readonly string[] {
  const { whole, part } = partOf(start);
  const parts = new Map<number, string>();
  const numbered = anchors
    .slice(0, 3_000)
    .filter((anchor) =>
      /^(?:page )?\d{1,3}$|^(?:next|next page|continue)?\W{0,3}$/i.test(
        oneLine(anchor.textContent?.slice(0, 30)) ?? '',
      ),
    );
  const urls = [
    ...next,
    ...numbered.flatMap((anchor) => absolute(anchor.getAttribute('href'), base) ?? []),
  ];
  for (const one of urls) {
    const other = partOf(one);
    if (other.part > part && other.part <= MOST_PARTS && other.whole === whole)
      parts.set(other.part, one);
  }
  return [...parts.entries()].sort(([a], [b]) => a - b).map(([, one]) => one);
}

const FEED =
  /^(?:application\/(?:rss|atom|rdf|feed)\+xml|application\/(?:feed\+)?json|text\/xml|application\/xml)\b/;

function feedsOf(survey: Survey, base: string | null): readonly PageFeed[] {
  const feeds = new Map<string, PageFeed>();
  for (const { rel, type, href, title } of survey.links) {
    if (!/\b(?:alternate|feed)\b/.test(rel) || !FEED.test(type)) continue;
    if (/oembed|wp-json/.test(href)) continue;
    const url = absolute(href, base);
    if (url !== undefined && !feeds.has(url) && feeds.size < MOST_FEEDS)
      feeds.set(url, { url, title });
  }
  return [...feeds.values()];
}
