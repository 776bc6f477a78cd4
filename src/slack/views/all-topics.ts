import type { types } from '@slack/bolt';
import type { Topic } from '../../news/topic.ts';
import { SHOW_TOPICS, TOPIC_LIST } from '../actions/ids.ts';
import { type ButtonSpec, buttons, context, paragraph } from '../messages/message.ts';
import { countTopics, editTopic, newTopic, removeTopic, sayTopicWhole } from '../messages/topic.ts';

/** Topics of one page: a modal holds 100 blocks, and each takes two. */
const PAGE = 20;

/** Every topic, to be edited or removed, a page at a time; `from` is how many come before. */
export function allTopicsView(topics: readonly Topic[], from: number): types.ModalView {
  const last = Math.max(0, Math.ceil(topics.length / PAGE) - 1) * PAGE;
  const start = Number.isInteger(from) && from > 0 ? Math.min(from, last) : 0;
  const shown = topics.slice(start, start + PAGE);
  const end = start + shown.length;
  const turn = (label: string, to: number): ButtonSpec => ({
    ...{ label, action: to < start ? `${SHOW_TOPICS}:before` : `${SHOW_TOPICS}:after` },
    value: String(to),
  });
  const turns = [
    ...(start > 0 ? [turn('Previous', start - PAGE)] : []),
    ...(end < topics.length ? [turn('Next', end)] : []),
  ];
  const which = shown.length < topics.length ? `${start + 1} to ${end} of ` : '';
  return {
    type: 'modal',
    callback_id: TOPIC_LIST,
    private_metadata: String(start),
    title: { type: 'plain_text', text: 'Topics', emoji: false },
    close: { type: 'plain_text', text: 'Close', emoji: false },
    blocks: [
      context(
        topics.length === 0 ? 'There is no topic yet.' : `${which}${countTopics(topics.length)}`,
      ),
      ...shown.flatMap((topic) => [
        paragraph(sayTopicWhole(topic)),
        buttons([editTopic(topic), removeTopic(topic)]),
      ]),
      buttons([...turns, newTopic()]),
    ],
  };
}
