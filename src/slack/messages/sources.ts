import type { Source } from '../../news/brief.ts';
import { sourceUrl } from '../links.ts';
import { sayPublished } from './day.ts';
import type { Citing } from './line.ts';
import { type Block, context, escapeMrkdwn } from './message.ts';

/** Most characters of one small text, and most of them in a list. */
const ELEMENT_LIMIT = 2_500;
const MOST_ELEMENTS = 4;

/** The numbered sources, small. */
export function sourceList(citing: Citing): Block[] {
  const elements: string[] = [];
  for (const source of citing.sources) {
    const entry = sourceEntry(source, citing.page);
    const last = elements.at(-1);
    if (last !== undefined && last.length + entry.length < ELEMENT_LIMIT) {
      elements[elements.length - 1] = `${last}\n${entry}`;
    } else {
      elements.push(entry);
    }
  }
  return elements.slice(0, MOST_ELEMENTS).map(context);
}

/** One source with number, outlet, title and day, as mrkdwn. */
export function sourceEntry(source: Source, page: Citing['page']): string {
  const title = escapeMrkdwn(source.title ?? 'Untitled');
  const url = sourceUrl(source, page);
  const outlet = source.outlet ? `${escapeMrkdwn(source.outlet)}, ` : '';
  return `[${source.n}] ${outlet}${url ? mrkdwnLink(url, title) : title}, ${sayPublished(source.publishedAt)}`;
}

/** `<`, `>` and `|` would end the link early. */
function mrkdwnLink(url: string, escapedLabel: string): string {
  const safe = url.replaceAll('|', '%7C').replaceAll('<', '%3C').replaceAll('>', '%3E');
  return `<${safe.replaceAll('&', '&amp;')}|${escapedLabel}>`;
}
