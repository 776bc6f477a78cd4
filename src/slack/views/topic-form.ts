import type { types } from '@slack/bolt';
import { TOPIC_LIMITS, type TopicWrong, wrongWith } from '../../corpus/topic-rules.ts';
import { readAliases, readQuestions, typeAliases, typeQuestions } from '../../corpus/topic-text.ts';
import type { Topic } from '../../news/topic.ts';
import { TOPIC_FORM } from '../actions/ids.ts';
import { context, escapeMrkdwn } from '../messages/message.ts';

/** Which form this is: a new topic's, or that of the topic as it was when the form was opened. */
export interface FormOf {
  /** Name and mark of the topic that is edited; null for a new one. */
  readonly topic: { readonly name: string; readonly mark: string } | null;
  /** The list of topics beneath, by its view's id, and how many topics come before those it shows. */
  readonly list: { readonly view: string; readonly from: number } | null;
}

/** The fields of a form, as block ids and action ids. */
type Field = 'name' | 'title' | 'aliases' | 'questions';

/** A form for a topic: a new one, or the one given. */
export function topicForm(of: FormOf, topic?: Topic): types.ModalView {
  return {
    type: 'modal',
    callback_id: TOPIC_FORM,
    private_metadata: JSON.stringify(of),
    title: plain(topic ? 'Edit topic' : 'New topic'),
    submit: plain('Save'),
    close: plain('Cancel'),
    blocks: [
      topic
        ? context(`People type \`/brief ${escapeMrkdwn(topic.name)}\`. The name stays as it is.`)
        : input('name', {
            label: 'Name',
            help: 'What people type after /brief: lower case, no spaces.',
            example: 'cuba',
            longest: TOPIC_LIMITS.name,
          }),
      input('title', {
        label: 'Title',
        help: 'What stands above its briefs.',
        example: 'U.S.-Cuba talks',
        longest: TOPIC_LIMITS.title,
        filled: topic?.title,
      }),
      input('aliases', {
        label: 'Aliases',
        help: 'How articles name it, one a line. Capitals do not matter. An article belongs to the topic when it holds the title or one of these.',
        example: 'Cuba talks\nU.S.-Cuba relations',
        longest: TOPIC_LIMITS.typed,
        filled: topic && typeAliases(topic.aliases),
        isMultiline: true,
      }),
      input('questions', {
        label: 'Questions',
        help: 'What its readers keep asking, one a line. Behind a bar, words that mark an answer. Without questions a brief says who said what.',
        example: 'Who takes part?\nWhen do they meet? | next round, will meet',
        longest: TOPIC_LIMITS.typed,
        filled: topic && typeQuestions(topic.questions),
        isMultiline: true,
      }),
    ],
  };
}

/** What was filled in, the name where it stood there, and which form it was. */
export function readTopicForm(view: {
  readonly private_metadata: string;
  readonly state: {
    readonly values: Readonly<
      Record<string, Readonly<Record<string, { readonly value?: string | null }>>>
    >;
  };
}): { readonly of: FormOf; readonly topic: Topic } {
  const of: FormOf = JSON.parse(view.private_metadata);
  const typed = (field: Field) => view.state.values[field]?.[field]?.value ?? '';
  const topic = {
    name: of.topic?.name ?? typed('name').trim(),
    title: typed('title').replace(/\s+/g, ' ').trim(),
    aliases: readAliases(typed('aliases')),
    questions: readQuestions(typed('questions')),
  };
  return { of, topic };
}

/** What is wrong with a filled-in topic, by field; undefined where nothing is. */
export function formErrors(topic: Topic): Record<string, string> | undefined {
  const wrong: TopicWrong = wrongWith(topic);
  const errors = Object.entries(wrong).map(([field, { refused, next }]) => [
    field,
    `${refused} ${next}`,
  ]);
  return errors.length > 0 ? Object.fromEntries(errors) : undefined;
}

interface Input {
  readonly label: string;
  readonly help: string;
  readonly example: string;
  readonly longest: number;
  readonly filled?: string | undefined;
  readonly isMultiline?: true;
}

function input(field: Field, given: Input): types.InputBlock {
  const { label, help, example, longest, filled, isMultiline } = given;
  return {
    type: 'input',
    block_id: field,
    optional: isMultiline === true,
    label: plain(label),
    hint: plain(help),
    element: {
      type: 'plain_text_input',
      action_id: field,
      placeholder: plain(example),
      max_length: longest,
      ...(filled ? { initial_value: filled } : {}),
      ...(isMultiline ? { multiline: true } : {}),
    },
  };
}

function plain(text: string): types.PlainTextElement {
  return { type: 'plain_text', text, emoji: false };
}
