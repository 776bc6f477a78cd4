import { idAtAddress } from '../../article-id.ts';
import type { Anchor, MailBlock } from './blocks.ts';
import { isFooter } from './boilerplate.ts';
import { isStoryAddress } from './story-address.ts';
import { unwrapped } from './unwrap.ts';

/** A story that a newsletter links. */
export interface StoryLink {
  readonly title: string;
  readonly url: string;
}

const MOST_LINKS = 500;
const LONGEST_TITLE = 300;
/** A heading stands at most so many blocks above the link that goes with it. */
const NEAR = 6;

const GENERIC =
  /^(?:[^\p{L}\p{N}]*)(?:(?:read|see|learn|find out|view|get|hear|watch|listen)(?: (?:it|the|this|more|full|whole|story|article|post|here|on|now|all|to|in|our|site|report|text))*|continue(?: reading)?|keep reading|full (?:story|article|text|report)|more(?: here| info\w*)?|(?:click )?here|link|source|details|go|open|weiter(?:lesen)?|mehr(?: lesen| erfahren)?|lire (?:la suite|plus)|en savoir plus|leer más|seguir leyendo)(?:[^\p{L}\p{N}]*)$/iu;
const SERVICE =
  /^(?:unsubscribe|subscribe|sign (?:up|in)|log ?in|share|tweet|like|follow(?: us)?|forward|donate|advertis\w+|contact(?: us)?|about(?: us)?|privacy(?: policy)?|terms|preferences|view in (?:your )?browser|facebook|twitter|instagram|linkedin|youtube|home ?page)\b/iu;
const AD_LABEL =
  /^[^\p{L}]*(?:advertisement|advertorial|sponsored(?: (?:by|content|post)\b.{0,60})?|promoted|paid (?:post|content)|(?:a )?message from (?:our |the )?(?:sponsor|partner)\w*.{0,60}|(?:presented|brought to you) by .{1,60}|anzeige|werbung|publicité|publicidad)[^\p{L}]*$/iu;

/** The addresses of an advertisement lead to one host; it ends at another, or at the heading behind its link. */
interface Advertisement {
  host: string | null;
}

function targetOf(href: string): URL | undefined {
  if (!/^https?:\/\//i.test(href) || !URL.canParse(href)) return undefined;
  const outer = new URL(href);
  // A share button carries the story's own address.
  if (!isStoryAddress(outer) && /share|intent|sharer/i.test(outer.pathname)) return undefined;
  return unwrapped(outer);
}

function wordsIn(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu)?.length ?? 0;
}

/** A link's own words as the title of what it leads to, where they are more than "Read more". */
function ownTitle({ text }: Anchor, block: MailBlock): string | undefined {
  if (text.length > LONGEST_TITLE || GENERIC.test(text) || SERVICE.test(text)) return undefined;
  const isAlone = block.text.length - text.length < 10;
  const isUnspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{6}/u.test(text);
  return wordsIn(text) >= (isAlone ? 2 : 3) || isUnspaced ? text : undefined;
}

/** Whether a short link only names the section that its address ends in. */
function isSection(title: string, url: URL): boolean {
  const slug = url.pathname.split('/').filter(Boolean).at(-1) ?? '';
  const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  return wordsIn(title) <= 3 && plain(slug) === plain(title) && !/\d/.test(slug);
}

/**
 * The stories a mail links, each once, in order: by the link's own words, or where it says only "Read more", by the
 * heading above. Links of the sender's services, social networks, advertisements and pictures alone are none.
 */
export function storyLinks(blocks: readonly MailBlock[]): readonly StoryLink[] {
  const found = new Map<string, StoryLink>();
  const titles = new Set<string>();
  let heading: { readonly text: string; readonly at: number } | undefined;
  let ad: Advertisement | undefined;

  function take(anchor: Anchor, block: MailBlock, at: number): void {
    const url = targetOf(anchor.href);
    if (url === undefined) return;
    if (ad !== undefined) {
      ad.host ??= url.host;
      if (ad.host === url.host) return;
      ad = undefined;
    }
    if (!isStoryAddress(url) || isFooter(anchor.text)) return;
    const above = heading !== undefined && at - heading.at <= NEAR ? heading.text : undefined;
    const own = ownTitle(anchor, block);
    const title = own ?? (GENERIC.test(anchor.text) ? above : undefined);
    // "Read more" below a linked headline goes with that, not with the heading of the section.
    if (own !== undefined) heading = { text: own, at };
    if (title === undefined || isSection(title, url)) return;
    const id = idAtAddress(url.href);
    if (found.has(id) || titles.has(title.toLowerCase()) || found.size >= MOST_LINKS) return;
    found.set(id, { title, url: url.href });
    titles.add(title.toLowerCase());
  }

  for (const [at, block] of blocks.entries()) {
    if (AD_LABEL.test(block.text)) {
      ad = { host: null };
      continue;
    }
    if (block.isHeading && block.text.length <= LONGEST_TITLE && !GENERIC.test(block.text)) {
      if (ad?.host != null) ad = undefined;
      heading = { text: block.text, at };
    }
    // A footer's links are its own, however they are called.
    if (isFooter(block.text) && block.anchors.length > 1) continue;
    for (const anchor of block.anchors) take(anchor, block, at);
  }
  return [...found.values()];
}
