import type { Topic } from '../../news/topic.ts';
import { BRIEF_TOPIC } from '../actions/ids.ts';
import { type ButtonSpec, buttons, context, header, type Message, paragraph } from './message.ts';

/** A row of buttons holds 25. */
const MOST_TOPICS = 25;

const BRIEF_HELP = [
  '`/brief opm`, or any words: where the story stands, every line cited',
  '`/brief opm new`: what has come in since you last asked',
  '`/brief opm since 20 June`, `/brief opm as of 2015-06-23`: a stretch of time, or what was published by a day',
  '`/brief timeline opm`, `/brief quotes kirby`, `/brief sources opm`: by date, by speaker, by article',
];

const DIGEST_HELP = [
  '`/digest`: what this channel gets, the last delivery and the next',
  '`/digest on weekdays 08:30 America/New_York`: a digest of new articles here; add topics to get only those',
  '`/digest preview`: what there would be now, for you alone',
  '`/digest now`: post what has come in since the last digest',
  '`/digest off`: stop',
];

/** What `/brief` can do, with the topics as buttons. */
export function briefHelp(topics: readonly Topic[]): Message {
  const row: ButtonSpec[] = topics.slice(0, MOST_TOPICS).map(({ name, title }) => ({
    label: title,
    action: `${BRIEF_TOPIC}:${name}`,
    value: name,
  }));
  return {
    text: 'Type /brief and a topic or any words, such as /brief opm',
    blocks: [
      header('What /brief can do'),
      paragraph(BRIEF_HELP.map((line) => `• ${line}`).join('\n')),
      ...(row.length > 0 ? [buttons(row)] : []),
      context(
        'Every line is taken word for word from an article. Answers are for you alone until you post them.',
      ),
    ],
  };
}

/** What `/digest` can do. */
export function digestHelp(): Message {
  return {
    text: 'Type /digest on weekdays 08:30 America/New_York to get new articles here',
    blocks: [
      header('What /digest can do'),
      paragraph(DIGEST_HELP.map((line) => `• ${line}`).join('\n')),
    ],
  };
}
