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
  '`/brief what did Kirby say about China?`: a question; mention me with it to have it answered for all to see, or send it to me as a direct message',
  '`/brief topics`: the topics there are, and how to add, edit and remove them',
];

const DIGEST_HELP = [
  '`/digest`: what this channel gets, the last delivery and the next',
  '`/digest on weekdays 08:30 America/New_York`: a digest of new articles here; several times, chosen days (`mon thu`) or `weekly on Monday` work too; add topics to get only those, `with` and `without` words to filter by',
  '`/digest me on weekdays 08:30`: a digest of your own, by direct message; `me` before any of these',
  '`/digest quiet 24 Dec to 2 Jan`: days without one; the next holds it all. `/digest quiet off` ends them',
  '`/digest nothing-new say`: a line where nothing is new; `skip` posts nothing',
  '`/digest preview`: what there would be now, for you alone',
  '`/digest now`: post what has come in since the last digest',
  '`/digest off`: stop',
];

const SOURCES_HELP = [
  '`/sources`: the feeds that are followed, and how each is doing',
  '`/sources add https://www.gao.gov/rss/reports.xml`: follow a feed, or the feed of a site; the address of an article adds the article',
  '`/sources add https://www.gao.gov/rss/reports.xml with personnel, "data breach" without sport`: take only entries with one of the first words, and none with the last',
  '`/sources remove gao.gov`: stop following, by the address or part of the title; what it brought stays',
  '`/sources check`: ask every feed now, or one, as in `/sources check gao.gov`',
  '`/sources suggestions`: feeds that you may want to follow',
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
        'Every line is taken word for word from an article. Answers are for you alone until you post them. `/sources` says where articles come from and adds more, `/digest` posts what is new to a channel.',
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

/** What `/sources` can do. */
export function sourcesHelp(): Message {
  return {
    text: 'Type /sources add and the address of a feed, a site or an article',
    blocks: [
      header('What /sources can do'),
      paragraph(SOURCES_HELP.map((line) => `• ${line}`).join('\n')),
      context(
        'Or choose “Add to library” in the menu of a message with a link. Whoever added a feed is told when it fails for a day, is gone, or falls silent.',
      ),
    ],
  };
}
