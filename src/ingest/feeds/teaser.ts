import type { FeedEntry } from './parsed-feed.ts';
import { wordCount } from './word-count.ts';

/** Words from which on a text that its feed calls a summary is taken for the whole article. */
const WHOLE_SUMMARY = 250;
/** Words below which even what a feed calls the content is taken for its beginning. */
const SHORT_CONTENT = 100;
/** Words from which on a text that ends in dots is taken to end so by intent, in a quotation for instance. */
const WHOLE_THOUGH_DOTS = 400;

// How texts are broken off, and what then asks to go on; link texts and brackets around it included.
const BROKEN_OFF =
  /(?:\u2026|\.\.\.|\[(?:&hellip;|\u2026|\.\.\.|\+\d+ chars)\])[\s\])"'\u201d\u00bb\u2192>]*$/;
const GO_ON =
  /(?:continue reading|keep reading|read (?:more|on|the (?:rest|full|whole|entire)\b.{0,40})|full (?:story|article)|more \u00bb)[\s\])."'\u2026\u201d\u00bb\u2192>\u203a-]*$/i;

/** Characters at the end of a text that tell whether it was broken off. */
const LOOKED_AT = 600;

/** What a reader sees at the end of HTML, tails included. */
function endOf(html: string): string {
  return html
    .slice(-LOOKED_AT)
    .replace(/<[^<>]*>/g, ' ')
    .replace(/&(?:hellip|#8230|#x2026);/gi, '\u2026')
    .replace(/&(?:nbsp|#160);/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * True where an entry holds only the beginning of its article, or what it is about, so that its page has to
 * be fetched: nothing, a text broken off or asking to go on, a short one, or a summary alone that is no
 * article's length. False for an entry without a link: there is no page. `text` is what `entryText` makes of it.
 */
export function isTeaser(
  entry: Pick<FeedEntry, 'link' | 'summary' | 'content'>,
  text: string,
): boolean {
  if (entry.link === null) return false;
  const html = entry.content ?? entry.summary;
  if (html === null) return true;
  const words = wordCount(text);
  const end = endOf(html);
  if (GO_ON.test(end)) return true;
  const endsInDots = BROKEN_OFF.test(end) || BROKEN_OFF.test(text.slice(-LOOKED_AT));
  if (endsInDots && words < WHOLE_THOUGH_DOTS) return true;
  const isSummary = entry.content === null || entry.content === entry.summary;
  return words < (isSummary ? WHOLE_SUMMARY : SHORT_CONTENT);
}
