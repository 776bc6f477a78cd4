import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { Message as Kit, type Block as KitBlock } from 'slack-blocks-to-jsx';
import type { State } from '../state.ts';

/** Names for the ids in a message. */
export type Names = Pick<State, 'bot' | 'person' | 'app' | 'channels'>;

const drawn = new WeakMap<object, string>();

/** A block that holds text alone, drawn by the library; the block itself must not change afterwards. */
export function Drawn({ block, names }: { block: object; names: Names }): ReactNode {
  const html = drawn.get(block) ?? draw(block, names);
  drawn.set(block, html);
  // Kept as text, since drawing one takes sixty times as long as putting it in again, and a page has hundreds.
  // biome-ignore lint/security/noDangerouslySetInnerHtml: React made this text in `draw` and escaped all that was typed; after it only an id and links go, and signs come back escaped.
  return <div dangerouslySetInnerHTML={{ __html: html }} />;
}

function draw(block: object, names: Names): string {
  const data = {
    users: [
      { id: names.person, name: 'You' },
      { id: names.bot, name: names.app.botName },
    ],
    channels: [...names.channels.values()].map(({ id, name }) => ({ id, name })),
  };
  const html = renderToStaticMarkup(
    <Kit
      blocks={[block as KitBlock]}
      name=""
      logo="about:blank"
      data={data}
      withoutWrapper
      unstyled
    />,
  );
  // The library gives every message one and the same id, and wants pictures fetched beforehand.
  return unshielded(html)
    .replaceAll(' id="slack_blocks_to_jsx"', '')
    .replaceAll(/<link rel="preload"[^>]*>/g, '');
}

interface TextObject {
  readonly type: string;
  readonly text: string;
}

const sections = new WeakMap<object, object>();

/**
 * What the library would take for markup, and characters that it leaves alone in their place: it reads escaped signs
 * as though they had been typed.
 */
const SHIELDS: readonly (readonly [escaped: string, shield: string])[] = [
  ['&lt;', '\uE000'],
  ['&gt;', '\uE001'],
  ['&amp;', '\uE002'],
];

function shielded(mrkdwn: string): string {
  const addressesRead = mrkdwn.replace(/<[^|>]+/g, (start) => start.replaceAll('&amp;', '&'));
  return SHIELDS.reduce(
    (text, [escaped, shield]) => text.replaceAll(escaped, shield),
    addressesRead,
  );
}

function unshielded(html: string): string {
  return SHIELDS.reduce((text, [escaped, shield]) => text.replaceAll(shield, escaped), html);
}

/** A text object: plain text as it is, mrkdwn drawn by the library (which would read markup in either). */
export function TextOf({ of, names }: { of: unknown; names: Names }): ReactNode {
  const text = of as TextObject;
  if (text.type !== 'mrkdwn') return <span className="plain">{text.text}</span>;
  const mrkdwn = { type: 'mrkdwn', text: shielded(text.text) };
  const section = sections.get(text) ?? { type: 'section', text: mrkdwn };
  sections.set(text, section);
  return <Drawn block={section} names={names} />;
}
