import type { Topic } from '../../news/topic.ts';
import { BRIEF_TOPIC, EDIT_TOPIC, NEW_TOPIC, REMOVE_TOPIC, SHOW_TOPICS } from '../actions/ids.ts';
import { type ButtonSpec, escapeMrkdwn, shorten } from './message.ts';

/** A topic in two lines of mrkdwn: its title, and what people type for it. */
export function sayTopic({ name, title }: Topic): string {
  return `*${escapeMrkdwn(title)}*\n\`/brief ${escapeMrkdwn(name)}\``;
}

/** The same, with how much it holds. */
export function sayTopicWhole(topic: Topic): string {
  const { aliases, questions } = topic;
  const has = [count(aliases.length, 'alias', 'aliases'), count(questions.length, 'question')];
  return `${sayTopic(topic)} · ${has.join(' · ')}`;
}

/** "6 topics" */
export function countTopics(n: number): string {
  return count(n, 'topic');
}

/** A topic's brief. */
export function briefTopic({ name }: Topic): ButtonSpec {
  return { label: 'Brief', action: `${BRIEF_TOPIC}:${name}`, value: name };
}

/** Open the form for a topic that is not there yet. */
export function newTopic(): ButtonSpec {
  return { label: 'New topic', action: NEW_TOPIC, value: 'form', style: 'primary' };
}

/** Open the form of a topic. */
export function editTopic({ name }: Topic): ButtonSpec {
  return { label: 'Edit', action: `${EDIT_TOPIC}:${name}`, value: name };
}

/** Open the list in which topics are edited and removed. */
export function editTopics(): ButtonSpec {
  return { label: 'Edit topics', action: `${SHOW_TOPICS}:all`, value: '0' };
}

/** Remove a topic, once that is confirmed. */
export function removeTopic({ name, title }: Topic): ButtonSpec {
  return {
    ...{ label: 'Remove', action: `${REMOVE_TOPIC}:${name}`, value: name },
    confirm: {
      ask: `“${shorten(title, 100)}” will be no topic any more, for anybody. Its articles stay. A digest that names it gets nothing on it.`,
      yes: 'Remove topic',
    },
  };
}

function count(n: number, one: string, many = `${one}s`): string {
  return `${n === 0 ? 'no' : n} ${n === 1 ? one : many}`;
}
