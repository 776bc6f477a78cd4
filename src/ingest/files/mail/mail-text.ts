import { paragraphs, plainLines } from '../paragraphs.ts';
import type { MailBlock } from './blocks.ts';
import { ownParagraphs, withoutFooter } from './boilerplate.ts';

const ADDRESS = /https?:\/\/[^\s<>"]+/i;
const BARE = /^[\s<([]*https?:\/\/[^\s<>"]+[\s>)\].]*$/i;

/** Lines that a mail quotes go, and the line above them that says whose they are. */
function withoutQuotes(lines: readonly string[]): readonly string[] {
  const isQuote = (line: string) => /^\s?>/.test(line);
  const kept: string[] = [];
  for (const [at, line] of lines.entries()) {
    if (isQuote(line)) {
      if (!isQuote(lines[at - 1] ?? '')) {
        while (kept.at(-1)?.trim() === '') kept.pop();
        if (/:\s*$/.test(kept.at(-1) ?? '')) kept.pop();
      }
    } else kept.push(line);
  }
  return kept;
}

/** The article in a mail's plain text. With `withQuoted` the mail that it passes on is read too. */
export function textOfPlainMail(plain: string, withQuoted: boolean): string {
  const lines = plainLines(plain).split('\n');
  const own = withQuoted
    ? lines.map((line) => line.replace(/^\s?(?:>\s?)+/, ''))
    : withoutQuotes(lines);
  const prose = own.filter((line) => !BARE.test(line) && !/^\s*([-=_*~#])\1{4,}\s*$/.test(line));
  const divided = paragraphs(markSignature(prose).join('\n')).split('\n\n');
  return withoutFooter(withQuoted ? divided : ownParagraphs(divided)).join('\n\n');
}

/** RFC 3676, section 4.3, sets a signature off by two hyphens; here it stands alone, so that it is seen. */
function markSignature(lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => (line.trim() === '--' ? ['', line, ''] : [line]));
}

/** Plain text's links as those of a page: an address goes with the words before it on its line, or the line above. */
export function blocksOfPlainMail(plain: string): readonly MailBlock[] {
  const blocks: MailBlock[] = [];
  let above = '';
  for (const line of plainLines(plain).split('\n')) {
    const href = ADDRESS.exec(line)?.[0];
    if (href === undefined) {
      if (line.trim() !== '') above = line.trim();
      continue;
    }
    const before = line
      .slice(0, line.indexOf(href))
      .replace(/[\s<([:–—-]+$/u, '')
      .trim();
    const text = (before || above).replace(/^(?:[-*•]|\d{1,3}[.)])\s+/u, '');
    blocks.push({
      text,
      isHeading: false,
      anchors: [{ href: href.replace(/[.,;)\]>]+$/, ''), text }],
    });
  }
  return blocks;
}
