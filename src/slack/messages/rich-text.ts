import type { types } from '@slack/bolt';
import type { Block } from './message.ts';

/** A run of rich text. Rich text needs no escaping: an article's words can't ping or link. */
export type Run = types.RichTextElement;

export function text(words: string): Run {
  return { type: 'text', text: words };
}

export function bold(words: string): Run {
  return { type: 'text', text: words, style: { bold: true } };
}

export function italic(words: string): Run {
  return { type: 'text', text: words, style: { italic: true } };
}

/** A short label set apart from prose, such as a standing. */
export function label(words: string): Run {
  return { type: 'text', text: words, style: { code: true } };
}

export function link(url: string, words: string): Run {
  return { type: 'link', url, text: words };
}

export function section(...runs: readonly Run[]): types.RichTextSection {
  return { type: 'rich_text_section', elements: [...runs] };
}

/** Words in a frame, spaces and line breaks as they are. */
export function preformatted(words: string): types.RichTextPreformatted {
  return { type: 'rich_text_preformatted', elements: [{ type: 'text', text: words }] };
}

export function bullets(items: readonly (readonly Run[])[]): types.RichTextList {
  return {
    type: 'rich_text_list',
    style: 'bullet',
    elements: items.map((runs) => section(...runs)),
  };
}

export function richText(...elements: readonly types.RichTextBlockElement[]): Block {
  return { type: 'rich_text', elements: [...elements] };
}
