import { absolute } from './address.ts';
import { htmlOfText } from './element-html.ts';
import { type Said, withKeys } from './entry-key.ts';
import { feedDate } from './feed-date.ts';
import type { ParsedFeed } from './parsed-feed.ts';
import { names } from './person.ts';
import { plainOfEither } from './plain-text.ts';
import { withoutScripts } from './without-scripts.ts';

type Json = Readonly<Record<string, unknown>>;

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textIn(value: unknown): string | undefined {
  const text = typeof value === 'number' ? String(value) : value;
  return (typeof text === 'string' && text.trim()) || undefined;
}

function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** What a JSON Feed says, 1.0 or 1.1; undefined where `value` is none. `isCut` where it was mended. */
export function readJsonFeed(
  value: unknown,
  url: string | null,
  isCut: boolean,
): ParsedFeed | undefined {
  if (!isJson(value)) return undefined;
  const declaresItself = /jsonfeed/i.test(textIn(value.version) ?? '');
  if (!declaresItself && !Array.isArray(value.items)) return undefined;
  const home = absolute(textIn(value.home_page_url) ?? '', url);
  const base = home ?? absolute(textIn(value.feed_url) ?? '', url) ?? url;
  const authors = authorsOf(value);
  const entries = listIn(value.items).filter(isJson);
  return {
    title: titleOf(value.title),
    link: home ?? null,
    language: textIn(value.language) ?? null,
    refreshMinutes: null,
    isCut,
    entries: withKeys(entries.map((item) => entryOf(item, authors, base))),
  };
}

function titleOf(value: unknown): string | null {
  return plainOfEither(textIn(value) ?? '') || null;
}

/** Version 1.1 has several authors, 1.0 has one. */
function authorsOf(value: Json): string | null {
  const all = [...listIn(value.authors), value.author];
  return names(all.map((author) => textIn(isJson(author) ? (author.name ?? author.url) : author)));
}

function entryOf(item: Json, authors: string | null, base: string | null): Said {
  const html = withoutScripts(textIn(item.content_html) ?? '').trim();
  const text = textIn(item.content_text);
  const summary = textIn(item.summary);
  const id = textIn(item.id);
  return {
    id: id ?? null,
    title: titleOf(item.title),
    link: linkOf(item, id, base),
    author: authorsOf(item) ?? authors,
    published: feedDate(textIn(item.date_published) ?? '') ?? null,
    updated: feedDate(textIn(item.date_modified) ?? '') ?? null,
    summary: summary === undefined ? null : htmlOfText(summary),
    content: html || (text === undefined ? null : htmlOfText(text)),
  };
}

/** An entry's own page, else the page it is about, else its id where that is an address. */
function linkOf(item: Json, id: string | undefined, base: string | null): string | null {
  for (const address of [item.url, item.external_url]) {
    const found = absolute(textIn(address) ?? '', base);
    if (found !== undefined) return found;
  }
  return absolute(id ?? '', null) ?? null;
}
