/** What a byline says before its first name. */
export const LEAD =
  /^(?:(?:written|posted|published|reported|reviewed|story|words|text|article|report|created|contributed|submitted|uploaded|edited)\s+)?(?:by|from)\b\s*:?\s*|^(?:author|writer|reporter)s?\s*:\s*|^by:?\s*/i;
/** “Posted on June 4, 2015 by”. */
export const DATED_LEAD = /^(?:posted|published|written|updated)\s+on\b[^.!?]{0,40}?\bby\s+/i;
// Where a byline goes on to say what, when or where.
const TAIL =
  /\s*(?:[|•·—–/]| - |\bon (?=\w+ \d|\d)|\b(?:published|updated|posted|last)\b|\b(?:staff|senior|special|chief|contributing|deputy|political|national|associate|assistant|health|science|business|sports?|crime|education|technology|news) (?:writer|reporter|editor|correspondent|contributor|columnist|producer)|\bfor (?:the )?[A-Z]|\bin [A-Z]|\bat \d|\b\d{1,2}[:/.]\d|\b\d{1,2}(?:st|nd|rd|th)?\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?\s+\d|\bfollow\b|@|\(|\bview\b|\bshare\b|https?:).*$/i;
const NO_AUTHOR =
  /^(?:by|admin(?:istrator)?|staff|editors?|editorial(?: team| staff)?|guest|anonymous|unknown|no author|none|null|undefined|n\/?a|author|authors|webmaster|user|root|super user|comments?|share|true|false|\d+|wordpress|default|news ?(?:desk|room)|advertisement|about(?: the author)?|contact|more(?: posts)?|see all.*|view .*|all posts.*|read more.*|follow.*|subscribe.*|sign ?in.*|log ?in.*|photos?|image|getty images?|shutterstock.*|contributor|reporter|writer|[^\p{L}]*)$/iu;

/** A byline's names: without "By", places, dates and jobs; undefined where it names nobody. */
export function namesOf(text: string): string | undefined {
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

/** The names in several bylines, each once. */
export function listed(names: readonly string[]): string | undefined {
  const all = names.flatMap((name) => namesOf(name) ?? []);
  const seen = new Map(all.map((name) => [name.toLowerCase(), name]));
  return seen.size === 0 ? undefined : [...seen.values()].slice(0, 12).join(', ');
}

export const LOOKS_LIKE_NAMES =
  /^(?:\p{Lu}[\p{L}'’.-]*|de|da|di|van|von|der|den|la|le|el|al|bin|ibn|y|of)(?:,? (?:\p{Lu}[\p{L}'’.-]*|de|da|di|van|von|der|den|la|le|el|al|bin|ibn|y|of)){0,12}$/u;

/** The names that a byline begins with, before it goes on to where its people work. */
export function namesFirst(byline: string | undefined): string | undefined {
  const parts = byline?.split(/,\s*/) ?? [];
  const end = parts.findIndex((part) => !LOOKS_LIKE_NAMES.test(part));
  const names = (end < 0 ? parts : parts.slice(0, end)).join(', ');
  return names === '' ? undefined : names;
}
