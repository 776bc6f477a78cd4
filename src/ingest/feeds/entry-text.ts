import { withoutFeedTail } from './feed-tail.ts';
import { withoutScripts } from './without-scripts.ts';
import { readXml } from './xml-reader.ts';

const BLOCKS = new Set(
  `address article aside blockquote body center dd details div dl dt fieldset figure footer form h1 h2 h3 h4
  h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul`.split(
    /\s+/,
  ),
);
// What a reader does not see, or sees as no part of the text.
const UNREAD = new Set(
  `head noscript template iframe svg math textarea select button object audio video figcaption`.split(
    ' ',
  ),
);

/**
 * The text of an entry's summary or content: paragraphs divided by a blank line, as a reader sees them,
 * without the sentences that a publishing system adds for feed readers ("The post … appeared first on …").
 */
export function entryText(html: string): string {
  const paragraphs: string[] = [];
  let open = '';
  /** The element that is being passed over, and how many of its kind are open. */
  let unread = '';
  let depth = 0;

  function close(): void {
    if (open !== '') {
      for (const part of open.split(/\n[^\S\n]*\n/)) {
        const text = part.replace(/\s+/g, ' ').trim();
        if (text !== '') paragraphs.push(text);
      }
    }
    open = '';
  }

  readXml(withoutScripts(html), {
    open({ name: written, isEmpty }) {
      const name = written.toLowerCase();
      if (depth > 0) {
        if (name === unread && !isEmpty) depth += 1;
      } else if (name === 'br') open += '\n';
      else if (BLOCKS.has(name)) close();
      else if (UNREAD.has(name) && !isEmpty) {
        unread = name;
        depth = 1;
      }
      return true;
    },
    close(written) {
      const name = written.toLowerCase();
      if (depth > 0) {
        if (name === unread) depth -= 1;
      } else if (BLOCKS.has(name)) close();
    },
    text(text) {
      // Line breaks of the source are spaces; only <br> breaks a line.
      if (depth === 0) open += text.includes('\n') ? text.replace(/\s+/g, ' ') : text;
    },
  });
  close();
  return withoutFeedTail(paragraphs).join('\n\n');
}
