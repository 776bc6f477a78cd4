import { oneLine, type PageElement } from './page-node.ts';

/** A `<link>` of a page's head. */
export interface PageLink {
  readonly rel: string;
  readonly href: string;
  readonly type: string;
  readonly title: string | null;
  readonly media: string;
}

/** What one pass over a page's elements finds: everything that facts and pruning ask for later. */
export interface Survey {
  /** Contents of meta tags by their name in lower case, in order. */
  readonly metas: ReadonlyMap<string, readonly string[]>;
  readonly links: readonly PageLink[];
  readonly linkedData: readonly string[];
  readonly titles: readonly PageElement[];
  readonly headings: readonly PageElement[];
  readonly times: readonly PageElement[];
  /** Elements whose class, id, rel or itemprop speaks of an author. */
  readonly bylines: readonly PageElement[];
  /** Elements whose class, id or itemprop speaks of a date. */
  readonly dates: readonly PageElement[];
  readonly anchors: readonly PageElement[];
  /** Elements that stand beside the text by their tag or role. */
  readonly beside: readonly PageElement[];
  /** Elements whose class or id says that they are beside the text, when they are small. */
  readonly maybeBeside: readonly PageElement[];
  readonly noscripts: readonly PageElement[];
  readonly language: string | null;
  readonly base: string | null;
  readonly elements: number;
}

const BYLINE = /byline|author|writer|contributor|posted-?by|post-?by|journalist|reporter/i;
const DATED =
  /date|time(?!line|r\b)|publish|posted|updated|(?:entry|post|article)[-_]?meta|byline|\bmeta\b/i;

const BESIDE_TAGS = new Set(['figcaption', 'aside', 'nav', 'footer', 'form', 'button', 'dialog']);
const BESIDE_ROLES =
  /^(?:navigation|complementary|contentinfo|dialog|search|menu|banner|tooltip|alert)$/;
const MAYBE_BESIDE =
  /caption|newsletter|related|byline|subscri|sign-?up|share|sharing|social|recirc|promo|read-?more|readmore|most-?(?:read|popular)|trending|recommend|outbrain|taboola|advert|\bads?[-_]|[-_]ads?\b|sponsor|disclaimer|copyright|breadcrumb|author-?(?:bio|box|info|card)|about-?author|\bbio\b|tags?\b|comments?\b|cookie|popup|modal|credit|print-?only|follow|timestamp|\bmeta\b|sidebar|widget|toolbar|pagination|pager|jump-?link|see-?also|donat|paywall|hidden|visually|sr-only|screen-reader/i;

function marks(element: PageElement): string {
  const id = element.getAttribute('id');
  const classes = element.getAttribute('class');
  return id ? `${classes ?? ''} ${id}` : (classes ?? '');
}

/** Notes everything that facts and pruning ask for, in one pass: passes over a large page are what costs. */
export function surveyOf(document: PageElement): Survey {
  const metas = new Map<string, string[]>();
  const links: PageLink[] = [];
  const linkedData: string[] = [];
  const titles: PageElement[] = [];
  const headings: PageElement[] = [];
  const times: PageElement[] = [];
  const bylines: PageElement[] = [];
  const dates: PageElement[] = [];
  const anchors: PageElement[] = [];
  const beside: PageElement[] = [];
  const maybeBeside: PageElement[] = [];
  const noscripts: PageElement[] = [];
  let language: string | null = null;
  let base: string | null = null;
  let elements = 0;

  for (const element of document.querySelectorAll('*')) {
    elements += 1;
    const tag = element.localName.toLowerCase();
    switch (tag) {
      case 'html':
        language = element.getAttribute('lang') ?? element.getAttribute('xml:lang');
        continue;
      case 'base':
        base ??= element.getAttribute('href');
        continue;
      case 'title':
        titles.push(element);
        continue;
      case 'meta': {
        const content = oneLine(element.getAttribute('content'));
        if (content === undefined) continue;
        for (const attribute of ['property', 'name', 'itemprop', 'http-equiv']) {
          const key = element.getAttribute(attribute)?.trim().toLowerCase();
          if (key) metas.set(key, [...(metas.get(key) ?? []), content]);
        }
        continue;
      }
      case 'link':
        links.push({
          rel: element.getAttribute('rel')?.toLowerCase() ?? '',
          href: element.getAttribute('href')?.trim() ?? '',
          type: element.getAttribute('type')?.toLowerCase() ?? '',
          title: oneLine(element.getAttribute('title')) ?? null,
          media: element.getAttribute('media')?.toLowerCase() ?? '',
        });
        continue;
      case 'script':
        if (/ld\+json/i.test(element.getAttribute('type') ?? '')) {
          linkedData.push(element.textContent ?? '');
        }
        continue;
      case 'noscript':
        noscripts.push(element);
        continue;
      case 'style':
      case 'svg':
      case 'path':
      case 'br':
        continue;
      case 'h1':
        headings.push(element);
        break;
      case 'address':
        bylines.push(element);
        break;
      case 'time':
        times.push(element);
        break;
      case 'a':
        anchors.push(element);
        if (/author/.test(element.getAttribute('rel') ?? '')) bylines.push(element);
        break;
      default:
    }
    const role = element.getAttribute('role');
    if (
      BESIDE_TAGS.has(tag) ||
      element.getAttribute('aria-hidden') === 'true' ||
      (role !== null && BESIDE_ROLES.test(role))
    ) {
      beside.push(element);
    }
    const marked = marks(element);
    const property = element.getAttribute('itemprop') ?? '';
    if (marked === '' && property === '') continue;
    if (BYLINE.test(marked) || /author|creator/i.test(property)) bylines.push(element);
    if (DATED.test(marked) || /date/i.test(property)) dates.push(element);
    if (MAYBE_BESIDE.test(marked)) maybeBeside.push(element);
  }
  return {
    metas,
    links,
    linkedData,
    titles,
    headings,
    times,
    bylines,
    dates,
    anchors,
    beside,
    maybeBeside,
    noscripts,
    language,
    base,
    elements,
  };
}
