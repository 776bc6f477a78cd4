import type { types } from '@slack/bolt';

export type Block = types.KnownBlock;

/** What a reader gets: blocks, and the text that notifications show and screen readers say. */
export interface Message {
  readonly text: string;
  readonly blocks: Block[];
}

/** Keeps markup in an article's words from acting in a mrkdwn text: no mention, no link, no command. */
export function escapeMrkdwn(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Cuts a label of ours to what Slack allows there; never used on an article's words. */
export function shorten(label: string, limit: number): string {
  return label.length <= limit ? label : `${label.slice(0, limit - 1).trimEnd()}…`;
}

export function header(title: string): Block {
  return { type: 'header', text: { type: 'plain_text', text: shorten(title, 150), emoji: false } };
}

/** A small grey line; `mrkdwn` must be escaped already. Verbatim: Slack makes no link or mention out of bare words. */
export function context(mrkdwn: string): Block {
  return { type: 'context', elements: [{ type: 'mrkdwn', text: mrkdwn, verbatim: true }] };
}

export function paragraph(mrkdwn: string): Block {
  return { type: 'section', text: { type: 'mrkdwn', text: mrkdwn, verbatim: true } };
}

/** A message of one sentence; `mrkdwn` must be escaped already. */
export function note(mrkdwn: string): Message {
  return { text: mrkdwn, blocks: [paragraph(mrkdwn)] };
}

export interface ButtonSpec {
  readonly label: string;
  readonly action: string;
  readonly value: string;
  readonly style?: 'primary' | 'danger';
  /** What is asked before the press counts, and what the answer that means it is called. */
  readonly confirm?: { readonly ask: string; readonly yes: string };
}

/** A row of buttons; `action` ids must differ within a message. */
export function buttons(row: readonly ButtonSpec[]): Block {
  return { type: 'actions', elements: row.map(button) };
}

/** A paragraph with a button beside it; `mrkdwn` must be escaped already. */
export function paragraphWith(mrkdwn: string, beside: ButtonSpec): Block {
  return {
    type: 'section',
    text: { type: 'mrkdwn', text: mrkdwn, verbatim: true },
    accessory: button(beside),
  };
}

function button({ label, action, value, style, confirm }: ButtonSpec): types.Button {
  return {
    type: 'button',
    text: { type: 'plain_text', text: shorten(label, 75), emoji: false },
    action_id: action,
    value,
    ...(style ? { style } : {}),
    ...(confirm ? { confirm: question(confirm) } : {}),
  };
}

function question({ ask, yes }: { readonly ask: string; readonly yes: string }) {
  const plain = (text: string, limit: number) => ({
    type: 'plain_text' as const,
    text: shorten(text, limit),
    emoji: false,
  });
  return {
    title: plain(`${yes}?`, 100),
    text: plain(ask, 300),
    confirm: plain(yes, 30),
    deny: plain('Cancel', 30),
    style: 'danger' as const,
  };
}
