import type { types } from '@slack/bolt';
import type { Status } from '../../digest/subscribe.ts';
import type { Suggestion } from '../../ingest/feeds/suggestions.ts';
import type { Feed } from '../../news/feed.ts';
import type { Topic } from '../../news/topic.ts';
import { ADD_SOURCE, ANY_CHANNEL, BRIEF_TOPIC } from '../actions/ids.ts';
import { checkButton, removeButton, showFeed } from '../messages/feed.ts';
import { checkAll, sayStanding, showAll } from '../messages/feeds.ts';
import {
  type Block,
  type ButtonSpec,
  buttons,
  context,
  escapeMrkdwn,
  header,
  paragraph,
  paragraphWith,
  shorten,
} from '../messages/message.ts';
import { richText, section } from '../messages/rich-text.ts';
import { sayStatus, setUpButton } from '../messages/subscription.ts';
import { suggested } from '../messages/suggestions.ts';
import { editTopics, newTopic } from '../messages/topic.ts';
import { troubledFirst } from '../sources/health.ts';

/** A row holds 25 buttons, and a Home 100 blocks: one for each digest, two for each feed, and a dozen besides. */
const MOST_TOPICS = 25;
const MOST_DIGESTS = 10;
const MOST_FEEDS = 10;
const MOST_SUGGESTED = 5;

/** The buttons below the digests come first. */
const FIRST_CHANGE = 2;

const NEW = 'Press one for a brief. New is what was published in the last 7 days.';
const NOTHING_NEW = 'Press one for a brief. Nothing on them was published in the last 7 days.';

/** All that Home shows. */
export interface HomeContents {
  /** Whose it is. */
  readonly user: string;
  /** With the number of articles published in the last seven days. */
  readonly topics: readonly { readonly topic: Topic; readonly lately: number }[];
  readonly digests: readonly Status[];
  readonly feeds: readonly Feed[];
  readonly suggestions: readonly Suggestion[];
  /** ISO 8601 in UTC. */
  readonly now: string;
}

/** Home: the topics and what is new in each, who gets a digest, and where articles come from. */
export function homeView(contents: HomeContents): types.HomeView {
  return {
    type: 'home',
    blocks: [
      ...topicBlocks(contents),
      { type: 'divider' },
      ...digestBlocks(contents),
      { type: 'divider' },
      ...feedBlocks(contents),
    ],
  };
}

/** A button each, with the number of new articles on it where there is one. */
function topicBlocks({ topics }: HomeContents): Block[] {
  const shown = topics.slice(0, MOST_TOPICS);
  const row = shown.map(({ topic: { name, title }, lately }) => ({
    label: `${shorten(title, 60)}${lately > 0 ? ` (${lately} new)` : ''}`,
    ...{ action: `${BRIEF_TOPIC}:${name}`, value: name },
  }));
  const isNew = topics.some(({ lately }) => lately > 0);
  return [
    header('Topics'),
    ...(topics.length === 0 ? [paragraph('There is no topic yet. `/brief` takes any words.')] : []),
    ...(row.length > 0 ? [buttons(row), context(isNew ? NEW : NOTHING_NEW)] : []),
    ...moreOf(topics.length - shown.length, '“Edit topics” lists them all.'),
    buttons(topics.length === 0 ? [newTopic()] : [newTopic(), editTopics()]),
  ];
}

function digestBlocks({ digests, user }: HomeContents): Block[] {
  const hasOwn = digests.some(({ subscription }) => subscription.channel === user);
  const shown = digests.slice(0, MOST_DIGESTS);
  return [
    header('Digests'),
    ...(digests.length === 0
      ? [
          paragraph(
            'No channel gets a digest. In a channel, type `/digest on weekdays 08:30 America/New_York`.',
          ),
        ]
      : []),
    ...shown.map((status, at) =>
      paragraphWith(
        sayStatus(status),
        setUpButton('Change', status.subscription.channel, at + FIRST_CHANGE),
      ),
    ),
    ...moreOf(digests.length - shown.length, 'In a channel, `/digest` says what it gets.'),
    buttons([
      setUpButton('Set up a digest', ANY_CHANNEL, 0),
      ...(hasOwn ? [] : [setUpButton('A digest of my own', user, 1)]),
    ]),
  ];
}

function feedBlocks({ feeds, suggestions, now }: HomeContents): Block[] {
  const add: ButtonSpec = {
    ...{ label: 'Add source', action: ADD_SOURCE, value: 'form', style: 'primary' },
  };
  if (feeds.length === 0) {
    return [
      header('Sources'),
      paragraph('No feed is followed yet. Add one, or one of these:'),
      buttons([add]),
      ...suggested(suggestions, MOST_SUGGESTED),
    ];
  }
  const shown = troubledFirst(feeds, now).slice(0, MOST_FEEDS);
  return [
    header('Sources'),
    context(escapeMrkdwn(sayStanding(feeds, now))),
    buttons([add, checkAll(), ...(feeds.length > shown.length ? [showAll(feeds.length)] : [])]),
    ...shown.flatMap((feed, at) => [
      richText(section(...showFeed(feed, now))),
      buttons([checkButton(feed, at), removeButton(feed, at)]),
    ]),
    ...moreOf(feeds.length - shown.length, '“Show all” lists them, `/sources remove` stops one.'),
  ];
}

function moreOf(left: number, how: string): Block[] {
  return left > 0 ? [context(`${left} more. ${how}`)] : [];
}
