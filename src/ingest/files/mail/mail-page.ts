import { parseHTML } from 'linkedom';
import type { PageNode } from '../../pages/page-node.ts';

/** The little that is asked of the nodes of a mail's HTML. */
export interface MailNode extends PageNode {
  readonly childNodes: Iterable<MailNode>;
  getAttribute(name: string): string | null;
  remove(): void;
}

/** What mail programs wrap the earlier mail in that somebody answers or passes on. */
const QUOTED =
  'blockquote[type="cite"], .gmail_quote, .gmail_attr, .moz-cite-prefix, .yahoo_quoted, .protonmail_quote';
const SIGNATURES =
  '.gmail_signature, .moz-signature, [data-smartmail="gmail_signature"], #Signature';
const HIDDEN =
  /(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|max-height\s*:\s*0(?:px)?\s*(?:[;!]|$))/i;

/**
 * What a reader sees of a mail's HTML, as a tree; without signatures, and without the mail that it quotes unless
 * `withQuoted`. Throws where markup is nested too deep for the parser.
 */
export function mailPage(html: string, withQuoted: boolean): MailNode {
  const { document } = parseHTML(
    /<html[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`,
  );
  const unread = withQuoted ? SIGNATURES : `${SIGNATURES}, ${QUOTED}`;
  for (const node of document.querySelectorAll(unread)) node.remove();
  for (const node of document.querySelectorAll('[style], [hidden]')) {
    if (node.getAttribute('hidden') !== null || HIDDEN.test(node.getAttribute('style') ?? '')) {
      node.remove();
    }
  }
  return document.body ?? document.documentElement;
}
