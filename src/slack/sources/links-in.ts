import { unescapeText } from './address.ts';

/** Levels of blocks within blocks that are looked into. */
const DEEPEST = 12;
/** Where an attachment, made by unfurling or by another app, says where it leads. */
const ATTACHED = ['title_link', 'from_url', 'original_url', 'app_unfurl_url'];
/** An address as Slack writes it in a text, or one that a bot left unmarked. */
const IN_TEXT = /<(https?:\/\/[^<>|\s]+)(?:\|[^<>]*)?>|\bhttps?:\/\/[^\s<>|"]+/gi;

/**
 * The web addresses in a message as Slack hands it over, each once, in order: of its text, its blocks, and what is
 * attached. A message of ours is taken like any other.
 */
export function linksIn(message: Readonly<Record<string, unknown>>): readonly string[] {
  const found = [
    ...inText(message.text),
    ...inBlocks(message.blocks, 0),
    ...inAttachments(message.attachments),
  ];
  const once = new Map<string, string>();
  for (const link of found) {
    if (!URL.canParse(link)) continue;
    const { href } = new URL(link);
    if (!once.has(href)) once.set(href, href);
  }
  return [...once.values()];
}

function inText(text: unknown): string[] {
  if (typeof text !== 'string') return [];
  return [...text.matchAll(IN_TEXT)].map(([whole, marked]) =>
    unescapeText(marked ?? whole.replace(/[.,;:!?)\]}'’”…]+$/u, '')),
  );
}

function inBlocks(part: unknown, depth: number): string[] {
  if (depth > DEEPEST || typeof part !== 'object' || part === null) return [];
  if (Array.isArray(part)) return part.flatMap((one) => inBlocks(one, depth + 1));
  const { type, url, text, ...more } = part as Record<string, unknown>;
  const own = [
    ...(type === 'link' && typeof url === 'string' && /^https?:/i.test(url) ? [url] : []),
    // In a text object and in rich text alike; that of a link is its label.
    ...(type === 'link' ? [] : inText(text)),
  ];
  const within = [text, ...Object.values(more)].flatMap((one) => inBlocks(one, depth + 1));
  return [...own, ...within];
}

function inAttachments(attachments: unknown): string[] {
  if (!Array.isArray(attachments)) return [];
  return attachments.flatMap((attachment) => {
    if (typeof attachment !== 'object' || attachment === null) return [];
    const given = attachment as Record<string, unknown>;
    const named = ATTACHED.map((name) => given[name]).filter((one) => typeof one === 'string');
    return [
      ...named.filter((link) => /^https?:\/\//i.test(link)),
      ...inText(given.text),
      ...inBlocks(given.blocks, 0),
      ...inBlocks(given.message_blocks, 0),
    ];
  });
}
