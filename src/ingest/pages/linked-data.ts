import { oneLine } from './page-node.ts';

/** An object of a page's JSON-LD. */
export type Json = Readonly<Record<string, unknown>>;

const DEEPEST = 12;
const MOST = 2_000;

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A script's JSON: some sites wrap it in a comment or CDATA, or break lines inside its strings. */
function parsed(script: string): unknown {
  const bare = script
    .trim()
    .replace(/^(?:<!--|\/\/\s*<!\[CDATA\[|<!\[CDATA\[|\/\*\s*<!\[CDATA\[\s*\*\/)/, '')
    .replace(/(?:-->|\/\/\s*\]\]>|\]\]>|\/\*\s*\]\]>\s*\*\/)$/, '')
    .trim()
    .replace(/;$/, '');
  try {
    return JSON.parse(bare);
  } catch {
    try {
      return JSON.parse(bare.replace(/[^\P{Cc}]/gu, ' '));
    } catch {
      // Broken JSON-LD is common; the meta tags tell the same.
      return undefined;
    }
  }
}

/** Every object in a page's JSON-LD scripts, however deep, those nearest the top of their script first. */
export function linkedDataOf(scripts: readonly string[]): readonly Json[] {
  const found: Json[] = [];
  for (const script of scripts) {
    let level: unknown[] = [parsed(script)];
    for (let depth = 0; depth < DEEPEST && level.length > 0; depth++) {
      const below: unknown[] = [];
      for (const value of level) {
        if (found.length >= MOST) return found;
        if (Array.isArray(value)) below.push(...value.slice(0, MOST));
        else if (isJson(value)) {
          found.push(value);
          below.push(...Object.values(value).filter((one) => typeof one === 'object'));
        }
      }
      level = below;
    }
  }
  return found;
}

const ARTICLE = /(?:Article|Posting|Report|Review|Recipe|HowTo)$/;
const PAGE =
  /^(?:WebPage|CollectionPage|SearchResultsPage|ProfilePage|ItemPage|AboutPage|FAQPage|CreativeWork|VideoObject)$/;

function isOf(data: Json, kind: RegExp): boolean {
  return [data['@type']]
    .flat()
    .some((type) => kind.test(String(type).replace(/^https?:\/\/schema\.org\//, '')));
}

/** The page's own article among its objects, and what else speaks of the page; the surest first. */
export function articleData(all: readonly Json[]): readonly Json[] {
  const articles = all.filter((data) => isOf(data, ARTICLE));
  const full = articles.filter((data) => 'headline' in data || 'datePublished' in data);
  // A page that lists several says nothing of its own by the first.
  const own = full.length > 0 ? full.slice(0, 1) : articles.slice(0, 1);
  return [...own, ...all.filter((data) => isOf(data, PAGE))];
}

/** How many different articles the objects speak of. */
export function articlesNamed(all: readonly Json[]): number {
  const headlines = all.filter((data) => isOf(data, ARTICLE)).map((data) => data.headline);
  return new Set(headlines.filter((one) => typeof one === 'string')).size;
}

/** Names of people or bodies, given as text, an object with a name or an "@id", or a list of these. */
export function namesIn(value: unknown, all: readonly Json[]): readonly string[] {
  return [value]
    .flat(2)
    .slice(0, 20)
    .flatMap((one) => {
      if (!isJson(one)) return oneLine(one) ?? [];
      const named =
        'name' in one ? one : all.find((other) => 'name' in other && isSame(other, one));
      return [named?.name].flat().flatMap((name) => oneLine(name) ?? []);
    });
}

function isSame(one: Json, other: Json): boolean {
  return other['@id'] !== undefined && one['@id'] === other['@id'];
}

/** Whether the objects say that the page is a list: of a section, a tag, an author or a search. */
export function isListData(data: readonly Json[]): boolean {
  return data.some((one) =>
    isOf(one, /^(?:CollectionPage|SearchResultsPage|ProfilePage|ItemList)$/),
  );
}

/** Whether the article's data says that reading all of it costs something. */
export function saysNotFree(data: readonly Json[]): boolean {
  return data.some((one) => /^false$/i.test(String(one.isAccessibleForFree)));
}

/** Whether the article's data says that all of it is free to read. */
export function saysFree(data: readonly Json[]): boolean {
  return data.some((one) => /^true$/i.test(String(one.isAccessibleForFree)));
}

/** The text that the article's data gives; undefined where it gives none. */
export function bodyInData(data: readonly Json[]): string | undefined {
  const body = data.map((one) => one.articleBody).find((one) => typeof one === 'string');
  return typeof body === 'string' ? body : undefined;
}
