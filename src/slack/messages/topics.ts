import type { TopicReach } from '../../briefing/topic-reach.ts';
import type { Subscription } from '../../news/subscription.ts';
import type { Topic } from '../../news/topic.ts';
import { sayDay } from './day.ts';
import {
  type Block,
  buttons,
  context,
  escapeMrkdwn,
  header,
  type Message,
  paragraph,
  paragraphWith,
} from './message.ts';
import { briefTopic, countTopics, editTopic, editTopics, newTopic, sayTopic } from './topic.ts';

/** Topics that fit one screen. */
const MOST_SHOWN = 12;
const MOST_ORDINARY = 3;
const MOST_CHANNELS = 20;

/** The topics there are, each with a button for its brief. */
export function topicsMessage(topics: readonly Topic[]): Message {
  const shown = topics.slice(0, MOST_SHOWN);
  const left = topics.length - shown.length;
  const none =
    'There is no topic yet. `/brief` takes any words; a topic adds its aliases and questions.';
  const row = topics.length === 0 ? [newTopic()] : [newTopic(), editTopics()];
  return {
    text:
      topics.length === 0
        ? none
        : escapeMrkdwn(
            `Topics: ${topics
              .map(({ name }) => name)
              .join(', ')
              .slice(0, 3_000)}`,
          ),
    blocks: [
      header(topics.length === 0 ? 'Topics' : countTopics(topics.length)),
      ...(topics.length === 0 ? [paragraph(none)] : []),
      ...shown.map((topic) => paragraphWith(sayTopic(topic), briefTopic(topic))),
      ...(left > 0 ? [context(`${left} more: “Edit topics” lists them all.`)] : []),
      buttons(row),
    ],
  };
}

/** A topic that was saved: what it finds now, and whether that is too much. Above a list, that is where it is edited. */
export function topicSaved(topic: Topic, reach: TopicReach, isAboveList: boolean): Message {
  const found = sayFound(reach);
  const row = [
    ...(reach.found > 0 ? [briefTopic(topic)] : []),
    ...(isAboveList ? [] : [editTopic(topic)]),
  ];
  return {
    text: `${escapeMrkdwn(topic.title)} is saved. ${found}`,
    blocks: [
      paragraph(`${sayTopic(topic)}\nSaved. ${found}`),
      ...sayOrdinary(reach).map((sentence) => context(`:warning: ${sentence}`)),
      ...(row.length > 0 ? [buttons(row)] : []),
    ],
  };
}

/** A topic that is no more, and the digests that named it. */
export function topicRemoved(topic: Topic, named: readonly Subscription[]): Message {
  const sentence = `“${escapeMrkdwn(topic.title)}” is no topic any more. Its articles stay, and \`/brief\` still takes any words.`;
  return {
    text: sentence,
    blocks: [paragraph(sentence), ...digestBlocks(topic, named)],
  };
}

function digestBlocks({ name }: Topic, named: readonly Subscription[]): Block[] {
  const lines = named.slice(0, MOST_CHANNELS).map(({ channel, topics }) => {
    const others = topics.filter((other) => other !== name);
    const rest =
      others.length > 0
        ? `gets only ${escapeMrkdwn(others.join(', '))} now.`
        : 'has no topic left: nothing is posted there until `/digest on …` names another, or `/digest off` ends it. Whoever set it up is told when the next one is due.';
    return `• The digest of <#${channel}> named it and ${rest}`;
  });
  const left = named.length - lines.length;
  return [
    ...(lines.length > 0 ? [paragraph(lines.join('\n'))] : []),
    ...(left > 0 ? [context(`${left} more digests named it.`)] : []),
  ];
}

function sayFound({ found, of, from, to }: TopicReach): string {
  if (found === 0) {
    return of === 0
      ? 'There is no article yet.'
      : `None of the ${of.toLocaleString('en')} articles so far belongs to it. If some should, add an alias as they write it.`;
  }
  const days =
    from && to ? `, ${from === to ? sayDay(from) : `${sayDay(from)} – ${sayDay(to)}`}` : '';
  return `It finds ${found.toLocaleString('en')} of ${of.toLocaleString('en')} articles${days}.`;
}

function sayOrdinary({ ordinary, of }: TopicReach): string[] {
  return ordinary
    .slice(0, MOST_ORDINARY)
    .map(
      ({ phrase, found }) =>
        `“${escapeMrkdwn(phrase)}” by itself is in ${found.toLocaleString('en')} of ${of.toLocaleString('en')} articles: it hardly tells them apart.`,
    );
}
