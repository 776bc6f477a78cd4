import type { FeedNews } from '../../ingest/feeds/poller.ts';
import type { Feed } from '../../news/feed.ts';
import { type Refusal, refuse } from '../../news/refusal.ts';
import { sayFeed } from '../sources/name-feed.ts';
import { checkButton, removeButton } from './feed.ts';
import { sayHabit } from './how-long.ts';
import { buttons, escapeMrkdwn, type Message, paragraph, shorten } from './message.ts';

const LONGEST_REASON = 500;

/** A feed's trouble, or its end, for whoever added it. */
export function feedNewsMessage(feed: Feed, news: FeedNews): Message {
  const { refused, next } = sayNews(feed, news);
  const row =
    news === 'recovered'
      ? []
      : [buttons([...(news === 'gone' ? [] : [checkButton(feed, 0)]), removeButton(feed, 0)])];
  return { text: `${refused} ${next}`, blocks: [paragraph(`${refused}\n${next}`), ...row] };
}

/** Escaped already: the days are written so that Slack shows them in the reader's own time zone. */
function sayNews(feed: Feed, news: FeedNews): Refusal {
  const { health } = feed;
  const name = `“${escapeMrkdwn(sayFeed(feed))}”`;
  const problem =
    health.problem ?? refuse('It gave no reason.', 'Look at the address in a browser.');
  const [why, advice] = [problem.refused, problem.next].map((sentence) =>
    escapeMrkdwn(shorten(sentence, LONGEST_REASON)),
  );
  switch (news) {
    case 'failing':
      return refuse(
        `${name}, which you added, has failed${since(health.failingSince)}. ${why}`,
        `I go on asking, ever more rarely. ${advice}`,
      );
    case 'gone':
      return refuse(
        `${name}, which you added, is gone for good, and I no longer ask it. ${why}`,
        'Add its new address by `/sources add`, if it has one. What it brought stays in the library.',
      );
    case 'silent': {
      const habit = health.habit === null ? '' : `, though its habit is ${sayHabit(health.habit)}`;
      return refuse(
        `${name}, which you added, has listed nothing new${since(health.newAt)}${habit}.`,
        'It still answers. Look whether the site has moved its news to another feed.',
      );
    }
    case 'recovered':
      return refuse(`${name} answers again.`, 'There is nothing to do.');
  }
}

/** Slack's own way of writing an instant, with UTC for what can't show it. */
function since(iso: string | null): string {
  if (iso === null) return '';
  const utc = new Date(iso).toUTCString().replace(/:\d\d GMT$/, ' UTC');
  return ` since <!date^${Math.floor(Date.parse(iso) / 1_000)}^{date_long} {time}|${utc}>`;
}
