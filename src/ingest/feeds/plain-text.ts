import { decodeHTMLStrict } from 'entities/decode';
import { withoutScripts } from './without-scripts.ts';
import { readXml } from './xml-reader.ts';

const APART = new Set(['br', 'p', 'div', 'li', 'tr', 'td', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

/** What a reader sees of HTML, on one line. */
export function plainOfHtml(html: string): string {
  return oneLine(html.includes('<') ? seen(html) : decodeHTMLStrict(html));
}

function seen(html: string): string {
  let text = '';
  readXml(withoutScripts(html), {
    open({ name }) {
      if (APART.has(name.toLowerCase())) text += ' ';
      return true;
    },
    close() {},
    text(part) {
      text += part;
    },
  });
  return text;
}

// The elements that people use in a headline; "List<String>" and "x <y" are no markup.
const MARKUP =
  /<\/?(?:a|abbr|acronym|b|big|blockquote|br|cite|code|del|dfn|div|em|font|h[1-6]|hr|i|img|ins|kbd|li|mark|nobr|ol|p|pre|q|s|samp|script|small|span|strike|strong|style|sub|sup|svg|table|td|tr|tt|u|ul|var|wbr)(?:[\s/][^<]*)?>|<!--/i;

/** What a reader sees of text that may be HTML or plain, which RSS leaves open, on one line. */
export function plainOfEither(text: string): string {
  return MARKUP.test(text) ? plainOfHtml(text) : oneLine(decodeHTMLStrict(text));
}

/** True for text that holds HTML though it is declared as none. */
export function looksLikeHtml(text: string): boolean {
  return MARKUP.test(text);
}

export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
