import type { types } from '@slack/bolt';
import type { Feed } from '../../news/feed.ts';
import { SHOW_FEEDS } from '../actions/ids.ts';
import { showFeed } from '../messages/feed.ts';
import { countFeeds, sayStanding } from '../messages/feeds.ts';
import { type ButtonSpec, buttons, context, escapeMrkdwn } from '../messages/message.ts';
import { bullets, richText } from '../messages/rich-text.ts';
import { troubledFirst } from '../sources/health.ts';

/** Feeds of one page. */
const PAGE = 30;

/** Every feed, those first that somebody should look after, a page at a time; `from` is how many come before. */
export function allFeedsView(feeds: readonly Feed[], from: number, now: string): types.ModalView {
  const last = Math.max(0, Math.ceil(feeds.length / PAGE) - 1) * PAGE;
  const start = Number.isInteger(from) && from > 0 ? Math.min(from, last) : 0;
  const shown = troubledFirst(feeds, now).slice(start, start + PAGE);
  const end = start + shown.length;
  const turn = (label: string, to: number): ButtonSpec => ({
    ...{ label, action: to < start ? `${SHOW_FEEDS}:before` : `${SHOW_FEEDS}:after` },
    value: String(to),
  });
  const turns = [
    ...(start > 0 ? [turn('Previous', start - PAGE)] : []),
    ...(end < feeds.length ? [turn('Next', end)] : []),
  ];
  const which = `${start + 1} to ${end} of ${countFeeds(feeds.length)}`;
  return {
    type: 'modal',
    title: { type: 'plain_text', text: 'Sources', emoji: false },
    close: { type: 'plain_text', text: 'Close', emoji: false },
    blocks:
      shown.length === 0
        ? [context('No feed is followed.')]
        : [
            context(escapeMrkdwn(`${which} · ${sayStanding(feeds, now)}`)),
            richText(bullets(shown.map((feed) => showFeed(feed, now)))),
            ...(turns.length > 0 ? [buttons(turns)] : []),
          ],
  };
}
