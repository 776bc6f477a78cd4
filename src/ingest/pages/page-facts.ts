import { publishedFrom } from '../published.ts';

/** The little that is asked of a page's elements. */
export interface PageElement {
  getAttribute(name: string): string | null;
  readonly textContent: string | null;
}

/** The little that is asked of a parsed page. */
export interface PageDocument {
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
}

/** What a page declares of its article. */
export interface PageFacts {
  readonly title: string | null;
  readonly outlet: string | null;
  readonly author: string | null;
  readonly publishedAt: string | null;
  readonly canonicalUrl: string | null;
}

type Json = Readonly<Record<string, unknown>>;

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function tidy(text: unknown): string | undefined {
  if (typeof text !== 'string') return undefined;
  const plain = text.replace(/\s+/g, ' ').trim();
  return plain === '' ? undefined : plain;
}

/** Every object of a page's JSON-LD, those inside "@graph" and lists included. */
function linkedData(page: PageDocument): readonly Json[] {
  const found: Json[] = [];
  const collect = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(collect);
    else if (isJson(value)) {
      found.push(value);
      collect(value['@graph']);
    }
  };
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    try {
      collect(JSON.parse(script.textContent ?? ''));
    } catch {
      // Broken JSON-LD is common; the meta tags tell the same.
    }
  }
  return found;
}

function isArticle(data: Json): boolean {
  return [data['@type']].flat().some((type) => /(?:Article|Posting|Report)$/.test(String(type)));
}

/** Names of people or bodies, given as text, an object with a name, or a list of these. */
function names(value: unknown): string | undefined {
  const all = [value]
    .flat()
    .flatMap((one) => tidy(isJson(one) ? one.name : one) ?? [])
    .filter((name) => !/^https?:/.test(name));
  return all.length === 0 ? undefined : [...new Set(all)].join(', ');
}

function metaReader(page: PageDocument): (...keys: readonly string[]) => string | undefined {
  const metas = new Map<string, string>();
  for (const meta of page.querySelectorAll('meta')) {
    const content = tidy(meta.getAttribute('content'));
    for (const attribute of ['property', 'name', 'itemprop']) {
      const key = meta.getAttribute(attribute)?.toLowerCase();
      if (key !== undefined && content !== undefined && !metas.has(key)) metas.set(key, content);
    }
  }
  return (...keys) => keys.map((key) => metas.get(key)).find((value) => value !== undefined);
}

function addressFrom(text: string | null | undefined): string | undefined {
  return text && /^https?:\/\//i.test(text) && URL.canParse(text) ? new URL(text).href : undefined;
}

/** A page's own title without the outlet's name that most pages put after it. */
function pageTitle(page: PageDocument, outlet: string | undefined): string | undefined {
  const title = tidy(page.querySelector('title')?.textContent);
  if (title === undefined || outlet === undefined) return title;
  const parts = title.split(/\s+[|–—-]\s+/);
  const withoutOutlet = parts.filter((part) => part.toLowerCase() !== outlet.toLowerCase());
  return parts.length > 1 && withoutOutlet.length === parts.length - 1
    ? withoutOutlet.join(' – ')
    : title;
}

function firstDate(...texts: readonly unknown[]): string | undefined {
  for (const text of texts) {
    const date = typeof text === 'string' ? publishedFrom(text) : undefined;
    if (date !== undefined) return date;
  }
  return undefined;
}

/** What a page says in JSON-LD, meta tags and its head, each fact from the surest place that has it. */
export function pageFacts(page: PageDocument): PageFacts {
  const data = linkedData(page);
  const article = data.find(isArticle) ?? {};
  const meta = metaReader(page);
  const outlet =
    names(article.publisher) ?? meta('og:site_name', 'application-name', 'dc.publisher');
  const author = meta(
    'author',
    'article:author',
    'parsely-author',
    'dc.creator',
    'citation_author',
  );
  const link = page.querySelector('link[rel="canonical"]')?.getAttribute('href');
  return {
    title:
      tidy(article.headline) ??
      meta('og:title', 'twitter:title', 'dc.title', 'citation_title') ??
      pageTitle(page, outlet) ??
      tidy(page.querySelector('h1')?.textContent) ??
      null,
    outlet: outlet ?? null,
    author: names(article.author) ?? (author?.startsWith('http') ? null : author) ?? null,
    publishedAt:
      firstDate(
        article.datePublished,
        meta('article:published_time', 'og:article:published_time'),
        meta('datepublished', 'date', 'parsely-pub-date', 'dc.date', 'citation_publication_date'),
        page.querySelector('time[datetime]')?.getAttribute('datetime'),
      ) ?? null,
    canonicalUrl: addressFrom(link) ?? addressFrom(meta('og:url')) ?? null,
  };
}
