import type { Feed } from '../../news/feed.ts';
import { SOURCES } from '../actions/ids.ts';
import { MOST_MEANT, sayFeed } from '../sources/name-feed.ts';
import { typeAdd } from '../sources/request.ts';
import { checkButton, removeButton, showTitle } from './feed.ts';
import { buttons, context, escapeMrkdwn, type Message, paragraph, shorten } from './message.ts';
import { richText, section, text } from './rich-text.ts';

/** Several feeds that words may mean, a button each for what was to be done. */
export function whichFeed(
  which: string,
  feeds: readonly Feed[],
  toDo: 'remove' | 'check',
): Message {
  const question = `“${escapeMrkdwn(shorten(which, 100))}” means ${feeds.length} feeds. Which one shall I ${toDo}?`;
  const shown = feeds.slice(0, MOST_MEANT);
  const left = feeds.length - shown.length;
  const row = shown.map((feed, at) => ({
    ...(toDo === 'remove' ? removeButton(feed, at) : checkButton(feed, at)),
    label: sayFeed(feed),
  }));
  return {
    text: question,
    blocks: [
      paragraph(question),
      buttons(row),
      ...(left > 0 ? [context(`${left} more: write more of the title.`)] : []),
    ],
  };
}

/** A feed that is followed no more, with the way back. */
export function stoppedFollowing(feed: Feed): Message {
  const rest = ' is not followed any more. What it brought stays in the library.';
  const value = typeAdd(feed);
  return {
    text: escapeMrkdwn(`${sayFeed(feed)}${rest}`),
    blocks: [
      richText(section(...showTitle(feed), text(rest))),
      ...(value.length <= 2_000
        ? [buttons([{ label: 'Follow again', action: `${SOURCES}:add:0`, value }])]
        : []),
    ],
  };
}
