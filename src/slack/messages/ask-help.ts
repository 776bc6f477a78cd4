import type { Topic } from '../../news/topic.ts';
import { BRIEF_TOPIC, SOURCES } from '../actions/ids.ts';
import { typeAdd } from '../sources/request.ts';
import {
  buttons,
  context,
  escapeMrkdwn,
  header,
  type Message,
  note,
  paragraph,
  paragraphWith,
} from './message.ts';

/** A row of buttons holds 25; more than some topics are no help, and beside a word only a few. */
const MOST_TOPICS = 10;
const FEW_TOPICS = 3;
/** Slack takes no more in a button's value. */
const LONGEST_VALUE = 2_000;

const ASK_HELP = [
  '`what did Kirby say about China?`, `how many people were affected?`: a question in plain words, answered with passages, or told that the articles don’t say',
  '`opm`, or any words: where the story stands',
  '`opm new`, `opm since 20 June`, `opm as of 2015-06-23`: what has come in since you last asked, a stretch of time, or what was published by a day',
  '`timeline opm`, `quotes kirby`, `sources opm`: by date, by speaker, by article',
];

/** What may be asked in plain words, with the topics as buttons; `isDirect` where nobody else is there. */
export function askHelp(topics: readonly Topic[], isDirect: boolean): Message {
  const who = isDirect
    ? 'Here only you see the answers; a mention in a channel is answered for all to see.'
    : 'A mention is answered in its thread, for all to see. `/brief` and direct messages are answered for you alone.';
  return {
    text: 'Ask in plain words, such as: what did Kirby say about China?',
    blocks: [
      header('What you can ask'),
      paragraph(ASK_HELP.map((line) => `• ${line}`).join('\n')),
      ...topicButtons(topics),
      context(`Every line is taken word for word from an article. ${who}`),
    ],
  };
}

/** A word on what to ask, for whoever greets or thanks. */
export function askHint(topics: readonly Topic[]): Message {
  const hint =
    'Ask what the articles say, such as “what did Kirby say about China?”, or choose a topic. `help` says what else there is.';
  return { text: hint, blocks: [paragraph(hint), ...topicButtons(topics.slice(0, FEW_TOPICS))] };
}

/** What to do with an address, which asks nothing; `url` as it is typed. */
export function addressHint(url: string): Message {
  const value = typeAdd({ url, include: [], exclude: [] });
  const hint = `That is an address. Shall I add what is there to the library?\n${escapeMrkdwn(url.slice(0, 300))}`;
  if (value.length > LONGEST_VALUE) return note(hint);
  return {
    text: hint,
    blocks: [paragraphWith(hint, { label: 'Add', action: `${SOURCES}:add:0`, value })],
  };
}

/** What to do with a file, which nobody here can open. */
export function fileHint(): Message {
  return note(
    'I can’t read files that are sent here. Put a file into `data/inbox`, or add a page by its address: `/sources add` and the address.',
  );
}

function topicButtons(topics: readonly Topic[]) {
  const row = topics.slice(0, MOST_TOPICS).map(({ name, title }) => ({
    label: title,
    action: `${BRIEF_TOPIC}:${name}`,
    value: name,
  }));
  return row.length > 0 ? [buttons(row)] : [];
}
