import { isElsewhere } from './elsewhere.ts';
import { type Json, namesIn } from './linked-data.ts';
import { oneLine } from './page-node.ts';
import type { Survey } from './survey.ts';

const METAS = [
  'author',
  'article:author',
  'article:author_name',
  'article.author',
  'parsely-author',
  'sailthru.author',
  'byl',
  'byline',
  'dc.creator',
  'dcterms.creator',
  'dc.creator.name',
  'citation_author',
  'rnews:author',
  'bt:author',
  'cxenseparse:author',
  'authors',
  'author_name',
  'twitter:data1',
  'og:author',
  'dcsext.author',
] as const;

const LEAD =
  /^(?:(?:written|posted|published|reported|reviewed|story|words|text|article|report|created|contributed|submitted|uploaded|edited)\s+)?(?:by|from)\b\s*:?\s*|^(?:author|writer|reporter)s?\s*:\s*|^by:?\s*/i;
/** “Posted on June 4, 2015 by”. */
const DATED_LEAD = /^(?:posted|published|written|updated)\s+on\b[^.!?]{0,40}?\bby\s+/i;
// Where a byline goes on to say what, when or where.
const TAIL =
  /\s*(?:[|•·—–/]| - |\bon (?=\w+ \d|\d)|\b(?:published|updated|posted|last)\b|\b(?:staff|senior|special|chief|contributing|deputy|political|national|associate|assistant|health|science|business|sports?|crime|education|technology|news) (?:writer|reporter|editor|correspondent|contributor|columnist|producer)|\bfor (?:the )?[A-Z]|\bin [A-Z]|\bat \d|\b\d{1,2}[:/.]\d|\b\d{1,2}(?:st|nd|rd|th)?\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?\s+\d|\bfollow\b|@|\(|\bview\b|\bshare\b|https?:).*$/i;
const NO_AUTHOR =
  /^(?:by|admin(?:istrator)?|staff|editors?|editorial(?: team| staff)?|guest|anonymous|unknown|no author|none|null|undefined|n\/?a|author|authors|webmaster|user|root|super user|comments?|share|true|false|\d+|wordpress|default|news ?(?:desk|room)|advertisement|about(?: the author)?|contact|more(?: posts)?|see all.*|view .*|all posts.*|read more.*|follow.*|subscribe.*|sign ?in.*|log ?in.*|photos?|image|getty images?|shutterstock.*|contributor|reporter|writer|[^\p{L}]*)$/iu;

/** A byline's names: without "By", places, dates and jobs; undefined where it names nobody. */
function cleaned(text: string): string | undefined {
  const bare = text
    .slice(0, 300)
    .replace(/^By(?=\p{Lu})/u, '')
    .replace(DATED_LEAD, '')
    .replace(LEAD, '')
    .replace(TAIL, '')
    .replace(/^[\s,;:.|–—-]+|[\s,;:|–—-]+$/g, '')
    .replace(/\s*,?\s+and\s+|\s*&\s*|\s*;\s*/g, ', ')
    .trim();
  if (bare === '' || bare.length > 120 || NO_AUTHOR.test(bare)) return undefined;
  if (/^https?:|\.com\b|[<>{}=]|\d{4}/.test(bare)) return undefined;
  // A sentence is no name.
  if (bare.split(',').some((part) => part.trim().split(' ').length > 6)) return undefined;
  return /\p{L}{2}/u.test(bare) ? bare : undefined;
}

function listed(names: readonly string[]): string | undefined {
  const all = names.flatMap((name) => cleaned(name) ?? []);
  const seen = new Map(all.map((name) => [name.toLowerCase(), name]));
  return seen.size === 0 ? undefined : [...seen.values()].slice(0, 12).join(', ');
}

const LOOKS_LIKE_NAMES =
  /^(?:\p{Lu}[\p{L}'’.-]*|de|da|di|van|von|der|den|la|le|el|al|bin|ibn|y|of)(?:,? (?:\p{Lu}[\p{L}'’.-]*|de|da|di|van|von|der|den|la|le|el|al|bin|ibn|y|of)){0,12}$/u;

/** The names in what a page shows as its byline, the surest mark first. */
function shownAuthor(survey: Survey): { readonly sure?: string; readonly likely?: string } {
  const weak: string[] = [];
  for (const element of survey.bylines.slice(0, 60)) {
    if (isElsewhere(element)) continue;
    const property = element.getAttribute('itemprop') ?? '';
    const classes = element.getAttribute('class') ?? '';
    // By schema.org, by rel, or by the hCard microformat.
    const sure =
      /author|creator/i.test(property) ||
      (/\bauthor\b/i.test(classes) && /\bfn\b/.test(classes)) ||
      /\bauthor\b/i.test(element.getAttribute('rel') ?? '');
    const given = element.getAttribute('content');
    const text = given ?? oneLine(element.textContent) ?? '';
    if (text === '' || text.length > 300) continue;
    const names = cleaned(text);
    if (names === undefined) continue;
    // Marked as the author, a pen name counts too, however it is written.
    if (sure && (LOOKS_LIKE_NAMES.test(names) || !/\s/.test(names))) return { sure: names };
    if (LEAD.test(text) || LOOKS_LIKE_NAMES.test(names)) weak.push(names);
  }
  return weak[0] === undefined ? {} : { likely: weak[0] };
}

function fold(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

const SAYS_BY = /^(?:(?:written|posted|reported|story) by |by[: ]|By(?=[A-Z]))/;

/** The names that a byline begins with, before it goes on to where its people work. */
function namesFirst(byline: string | undefined): string | undefined {
  const parts = byline?.split(/,\s*/) ?? [];
  const end = parts.findIndex((part) => !LOOKS_LIKE_NAMES.test(part));
  const names = (end < 0 ? parts : parts.slice(0, end)).join(', ');
  return names === '' ? undefined : names;
}

/** The names in the first short paragraph that says "By …" of somebody. */
function authorInText(paragraphs: readonly string[]): string | undefined {
  for (const paragraph of paragraphs) {
    if (paragraph.length > 150) continue;
    const said = SAYS_BY.test(paragraph) || /^(?:BY|By|Posted by|Written by)\b/.test(paragraph);
    const names = said ? namesFirst(cleaned(paragraph)) : undefined;
    if (names === undefined) continue;
    if (names.includes(' ') || /^(?:posted|written)/i.test(paragraph)) return names;
  }
  return undefined;
}

/** Whether the names are only the outlet's own. */
function isOutletItself(names: string, outlet: string | undefined, host: string): boolean {
  const bare = fold(names);
  if (
    outlet !== undefined &&
    (bare === fold(outlet) || (bare.length > 4 && fold(outlet).includes(bare)))
  )
    return true;
  return (
    host.length > 4 && (bare.includes(fold(host)) || (bare.length > 4 && fold(host).includes(bare)))
  );
}

/** The author of a page's article, several divided by commas; null where it names nobody but the outlet itself. */
export function pageAuthor(
  data: readonly Json[],
  all: readonly Json[],
  survey: Survey,
  outlet: string | undefined,
  host: string,
  shownText: readonly string[],
): string | null {
  const inData = listed(data.flatMap((one) => namesIn(one.author ?? one.creator, all)));
  const inMetas = METAS.flatMap((key) => listed(survey.metas.get(key) ?? []) ?? []);
  const shown = shownAuthor(survey);
  const [first, ...others] = [shown.sure, inData, ...inMetas].filter(
    (names) => names !== undefined && !isOutletItself(names, outlet, host),
  );
  // One place may name only the first of several.
  const fuller = others.find((other) => other?.includes(`${first},`));
  if (first !== undefined) return fuller ?? first;
  for (const names of [shown.likely, authorInText(shownText)]) {
    if (names !== undefined && !isOutletItself(names, outlet, host)) return names;
  }
  return null;
}
