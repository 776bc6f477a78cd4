import { Parser } from 'htmlparser2';
import { withoutFeedTail } from './feed-tail.ts';

const BLOCKS = new Set(
  `address article aside blockquote body center dd details div dl dt fieldset figure footer form h1 h2 h3 h4
  h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul`.split(
    /\s+/,
  ),
);
const UNREAD = new Set(
  'head script style noscript template iframe svg math textarea select button object audio video figcaption'.split(
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
  let unread = 0;

  function close(): void {
    if (open.trim() !== '') {
      for (const part of open.split(/\n[^\S\n]*\n/)) {
        const text = part.replace(/\s+/g, ' ').trim();
        if (text !== '') paragraphs.push(text);
      }
    }
    open = '';
  }

  const parser = new Parser({
    onopentagname(name) {
      if (UNREAD.has(name)) unread += 1;
      else if (name === 'br') open += '\n';
      else if (BLOCKS.has(name)) close();
    },
    ontext(text) {
      // Line breaks of the source are spaces; only <br> breaks a line.
      if (unread === 0) open += text.includes('\n') ? text.replace(/\s+/g, ' ') : text;
    },
    onclosetag(name) {
      if (UNREAD.has(name)) unread = Math.max(0, unread - 1);
      else if (BLOCKS.has(name)) close();
    },
  });
  parser.end(html);
  close();
  return withoutFeedTail(paragraphs).join('\n\n');
}
