import type { MailNode } from './mail-page.ts';

/** A link as it stands in a mail. */
export interface Anchor {
  readonly href: string;
  readonly text: string;
}

/** A stretch of a mail that stands by itself: a line, a heading, a cell. */
export interface MailBlock {
  readonly text: string;
  /** True for a heading, and for what is set in bold throughout. */
  readonly isHeading: boolean;
  readonly anchors: readonly Anchor[];
}

const ELEMENT = 1;
const TEXT = 3;
const INLINE = new Set(
  'A ABBR B BIG CITE CODE EM FONT I IMG MARK S SMALL SPAN STRONG SUB SUP TIME U WBR'.split(' '),
);
const UNREAD = new Set('HEAD SCRIPT STYLE NOSCRIPT TEMPLATE TITLE'.split(' '));
const LOUD = /^(?:H[1-6]|B|STRONG)$/;

interface Place {
  readonly isLoud: boolean;
  readonly href: string | null;
}

type Step = { readonly node: MailNode; readonly place: Place } | 'close';

/** The blocks of a mail in order, each with its links. */
export function mailBlocks(root: MailNode): readonly MailBlock[] {
  const blocks: MailBlock[] = [];
  let parts: { readonly text: string; readonly place: Place }[] = [];
  const close = () => {
    const block = blockFrom(parts);
    if (block.text !== '' || block.anchors.length > 0) blocks.push(block);
    parts = [];
  };
  const left: Step[] = [{ node: root, place: { isLoud: false, href: null } }];
  for (let step = left.pop(); step !== undefined; step = left.pop()) {
    if (step === 'close') {
      close();
      continue;
    }
    const { node, place } = step;
    if (node.nodeType === TEXT) parts.push({ text: node.textContent ?? '', place });
    if (node.nodeType !== ELEMENT) continue;
    const name = node.nodeName.toUpperCase();
    if (UNREAD.has(name)) continue;
    const href = name === 'A' ? node.getAttribute('href') : place.href;
    const within = { isLoud: place.isLoud || LOUD.test(name), href };
    if (!INLINE.has(name)) {
      close();
      left.push('close');
    }
    // A link on a picture has no text of its own, but counts.
    if (name === 'A') parts.push({ text: '', place: within });
    for (const child of [...node.childNodes].reverse()) left.push({ node: child, place: within });
  }
  close();
  return blocks;
}

function blockFrom(parts: readonly { readonly text: string; readonly place: Place }[]): MailBlock {
  const anchors: { href: string; text: string }[] = [];
  for (const { text, place } of parts) {
    if (place.href === null) continue;
    const last = anchors.at(-1);
    if (last?.href === place.href) last.text += text;
    else anchors.push({ href: place.href, text });
  }
  const words = parts.filter(({ text }) => text.trim() !== '');
  return {
    text: tidy(parts.map(({ text }) => text).join('')),
    isHeading: words.length > 0 && words.every(({ place }) => place.isLoud),
    anchors: anchors.map(({ href, text }) => ({ href: href.trim(), text: tidy(text) })),
  };
}

const UNSEEN = /\u034f|[\u00ad\u061c\u180e\u200b-\u200f\u2060-\u2064\ufeff]/gu;

/** Text on one line, without characters that nobody sees; senders pad the preview of a mail with them. */
export function tidy(text: string): string {
  return text.replace(UNSEEN, '').replace(/\s+/gu, ' ').trim();
}
