import type { PageNode } from './page-node.ts';

const ELEMENT = 1;
const TEXT = 3;

const BLOCKS = new Set(
  `ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CENTER DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER
  FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD
  TR UL`.split(/\s+/),
);
const UNREAD = new Set('HEAD SCRIPT STYLE NOSCRIPT TEMPLATE IFRAME SVG TEXTAREA SELECT'.split(' '));

/** The paragraphs that a reader sees in a node, divided by a blank line; two line breaks in a row divide too. */
export function textOfPage(root: PageNode): string {
  const paragraphs: string[] = [];
  let open = '';
  const close = () => {
    for (const part of open.split(/\n\s*\n/)) {
      const text = part.replace(/\s+/g, ' ').trim();
      if (text !== '') paragraphs.push(text);
    }
    open = '';
  };
  // A stack of our own: nothing says how deep a page goes.
  const left: (PageNode | 'close')[] = [root];
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    if (node === 'close') close();
    else if (node.nodeType === TEXT) open += (node.textContent ?? '').replace(/\s+/g, ' ');
    else if (node.nodeName.toUpperCase() === 'BR') open += '\n';
    else if (node.nodeType === ELEMENT && !UNREAD.has(node.nodeName.toUpperCase())) {
      if (BLOCKS.has(node.nodeName.toUpperCase())) {
        close();
        left.push('close');
      }
      left.push(...[...node.childNodes].reverse());
    }
  }
  close();
  return paragraphs.join('\n\n');
}
