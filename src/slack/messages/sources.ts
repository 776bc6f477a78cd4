import type { Source } from '../../news/brief.ts';
import { sourceUrl } from '../links.ts';
import { sayPublished } from './day.ts';
import type { Citing } from './line.ts';
import { type Block, context, escapeMrkdwn, shorten } from './message.ts';
import { sayOutlet, sayTitle } from './name.ts';

/** Most characters of the list of sources beneath a message; Slack takes 3,000 in one text. */
const LIMIT = 2_800;
/** An address longer than this is left out of a list; the line that cites it still has it. */
const LONGEST_URL = 1_500;

/** The numbered sources in a few small lines: outlet and day, each leading to the article. */
export function sourceList({ sources, page }: Citing): Block[] {
  const entries: string[] = [];
  let length = 0;
  for (const source of sources) {
    const about = `${sayOutlet(source.outlet)}, ${sayPublished(source.publishedAt)}`;
    const entry = `[${source.n}] ${linked(source, shorten(about, 80), page)}`;
    length += entry.length + 3;
    if (length > LIMIT) break;
    entries.push(entry);
  }
  const left = sources.length - entries.length;
  if (left > 0) entries.push(`${left} more`);
  return entries.length > 0 ? [context(entries.join(' · '))] : [];
}

/** One source with number, title, outlet and day, as mrkdwn. */
export function sourceEntry(source: Source, page: Citing['page']): string {
  const title = linked(source, shorten(sayTitle(source.title), 300), page);
  const about = `${sayOutlet(source.outlet)}, ${sayPublished(source.publishedAt)}`;
  return `[${source.n}] ${title}\n${escapeMrkdwn(about)}`;
}

function linked(source: Source, words: string, page: Citing['page']): string {
  const url = sourceUrl(source, page);
  const label = escapeMrkdwn(words);
  if (!url || url.length > LONGEST_URL) return label;
  // `<`, `>` and `|` would end the link early.
  const safe = url.replaceAll('|', '%7C').replaceAll('<', '%3C').replaceAll('>', '%3E');
  return `<${safe.replaceAll('&', '&amp;')}|${label}>`;
}
