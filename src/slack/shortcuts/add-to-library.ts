import type { AllMiddlewareArgs, MessageShortcut, SlackShortcutMiddlewareArgs } from '@slack/bolt';
import type { SourceAdded } from '../../ingest/feeds/sources.ts';
import { isRefusal, type Refusal, refuse } from '../../news/refusal.ts';
import { type Answer, answering, type Tell } from '../answering.ts';
import type { Desk } from '../desk.ts';
import { mayEdit } from '../editors.ts';
import { refreshHome } from '../home.ts';
import { type Block, context, escapeMrkdwn, type Message, note } from '../messages/message.ts';
import { refusalMessage } from '../messages/refusal.ts';
import { arrivedBlocks, choiceBlocks, sayArrived, sayChoice } from '../messages/source-added.ts';
import { arrived } from '../sources/arrived.ts';
import { linksIn } from '../sources/links-in.ts';

type Used = SlackShortcutMiddlewareArgs<MessageShortcut> & AllMiddlewareArgs;

/** Links of one message that are read; each may take a while. */
const MOST_LINKS = 5;

/** Adds the articles that a message links to, and offers to follow the feeds. */
export function addToLibrary(desk: Desk) {
  return answering(desk, ({ shortcut }: Used, tell) =>
    addLinked(desk, linksIn(shortcut.message), shortcut.user.id, tell),
  );
}

async function addLinked(
  desk: Desk,
  links: readonly string[],
  user: string,
  tell: Tell,
): Promise<Answer> {
  const refused = mayEdit(desk.editors, user);
  if (refused) return refused;
  if (links.length === 0) {
    return refuse(
      'There is no link in that message.',
      'Use it on a message with the address of an article, or type /sources add and the address.',
    );
  }
  const read = links.slice(0, MOST_LINKS);
  const outcomes: Message[] = [];
  for (const [at, url] of read.entries()) {
    const where = read.length > 1 ? `${at + 1} of ${read.length}: ` : '';
    tell(note(`Reading ${where}${escapeMrkdwn(url)} …`));
    const wish = { url, by: user, include: [], exclude: [], follow: false };
    const became = await desk.sources.add(wish, () => {});
    outcomes.push(await sayOutcome(desk, url, became, at));
  }
  const message = together(outcomes, links.length - read.length);
  return { message, after: () => refreshHome(desk, user) };
}

async function sayOutcome(
  desk: Desk,
  url: string,
  became: SourceAdded | Refusal,
  at: number,
): Promise<Message> {
  if (isRefusal(became)) {
    const { text, blocks } = refusalMessage(became);
    const link = context(escapeMrkdwn(url.slice(0, 300)));
    return { text, blocks: [...blocks, ...(became.refused.includes(url) ? [] : [link])] };
  }
  if (became.kind === 'article') {
    const article = await arrived(desk.corpus, became);
    return { text: escapeMrkdwn(sayArrived(article)), blocks: arrivedBlocks(article, at) };
  }
  const feeds = became.kind === 'choice' ? became.feeds : [became.feed];
  const blocks = choiceBlocks(feeds, { include: [], exclude: [] }, at);
  return { text: sayChoice(feeds), blocks };
}

function together(outcomes: readonly Message[], left: number): Message {
  const more =
    left > 0
      ? `${left} more ${left === 1 ? 'link was' : 'links were'} not read: I take ${MOST_LINKS} at a time. Type \`/sources add\` and the address.`
      : '';
  const divider: Block = { type: 'divider' };
  return {
    text: [...outcomes.map(({ text }) => text), more].filter(Boolean).join('\n'),
    blocks: [
      ...outcomes.flatMap(({ blocks }, at) => (at === 0 ? blocks : [divider, ...blocks])),
      ...(more === '' ? [] : [context(more)]),
    ],
  };
}
