import type { Source } from '../../news/brief.ts';
import { sourceUrl } from '../links.ts';
import { sayPublished } from './day.ts';
import type { Citing } from './line.ts';
import { type Block, context, escapeMrkdwn, shorten } from './message.ts';
import { sayOutlet, sayTitle } from './name.ts';

/** Most characters of the list of sources beneath a message; Slack takes 3,000 in one text. */
const LIMIT = 2_800;

/** The numbered sources in a few small lines: outlet and day, each leading to the article. */
export function sourceList({ sources, page }: Citing): Block[] {
  return list(
    sources.map((source) => `[${source.n}] ${linked(source, shorten(origin(source), 80), page)}`),
    ' · ',
  );
}

/** The numbered sources, a small line each: title, outlet and day. */
export function titledSourceList({ sources, page }: Citing): Block[] {
  return list(
    sources.map((source) => sourceEntry(source, page).replace('\n', ', ')),
    '\n',
  );
}

/** One source with number and title, then outlet and day, as mrkdwn. */
export function sourceEntry(source: Source, page: Citing['page']): string {
  const title = linked(source, shorten(sayTitle(source.title), 300), page);
  return `[${source.n}] ${title}\n${escapeMrkdwn(origin(source))}`;
}

function list(entries: readonly string[], between: string): Block[] {
  let length = 0;
  const end = entries.findIndex((entry) => {
    length += entry.length + between.length;
    return length > LIMIT;
  });
  const kept = end < 0 ? entries : [...entries.slice(0, end), `${entries.length - end} more`];
  return kept.length > 0 ? [context(kept.join(between))] : [];
}

function origin({ outlet, publishedAt }: Source): string {
  return `${sayOutlet(outlet)}, ${sayPublished(publishedAt)}`;
}

function linked(source: Source, words: string, page: Citing['page']): string {
  const url = sourceUrl(source, page);
  const label = escapeMrkdwn(words);
  if (!url) return label;
  // `<`, `>` and `|` would end the link early.
  const safe = url.replaceAll('|', '%7C').replaceAll('<', '%3C').replaceAll('>', '%3E');
  return `<${safe.replaceAll('&', '&amp;')}|${label}>`;
}
