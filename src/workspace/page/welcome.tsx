import type { ReactNode } from 'react';
import type { Channel, State } from '../state.ts';

const EXAMPLES = [
  { text: '/brief opm', shows: 'a short briefing, every line cited' },
  { text: '/brief dialogues', shows: 'another subject' },
  { text: '/digest now', shows: 'what is new, posted to this channel' },
  { text: '/sources', shows: 'where articles come from, and feeds to follow' },
];
const QUESTIONS = [
  { text: 'what did Kirby say about China?', shows: 'a question in plain words' },
  { text: 'how many people were affected?', shows: 'answered with passages, each cited' },
];

/** Questions that the app hears in a channel: in its direct messages as they are, elsewhere behind a mention of it. */
function questionsFor({ app }: State, channel: Channel): typeof EXAMPLES {
  const isDirect = channel.kind === 'im';
  if (!app.events.includes(isDirect ? 'message.im' : 'app_mention')) return [];
  if (isDirect) return QUESTIONS;
  return QUESTIONS.slice(0, 1).map(({ text }) => ({
    text: `@${app.botName} ${text}`,
    shows: 'answered in a thread',
  }));
}

/** What an empty channel tells a newcomer: what to type, ready to be put in the composer. */
export function Welcome({ state, channel }: { state: State; channel: Channel }): ReactNode {
  const { app } = state;
  const known = EXAMPLES.filter(({ text }) =>
    app.commands.some(({ command }) => command === text.split(' ')[0]),
  );
  const questions = questionsFor(state, channel);
  const shown =
    known.length > 0
      ? channel.kind === 'im'
        ? [...questions, ...known]
        : [...known, ...questions]
      : app.commands.map(({ command, description }) => ({ text: command, shows: description }));
  if (channel.kind !== 'im' && !channel.members.includes(state.bot)) {
    return (
      <div className="welcome">
        <h2>Nothing here yet</h2>
        <p>
          {app.botName} is not in #{channel.name}. Its commands work here all the same; to let it
          post, type <Chip channel={channel} text={`/invite @${app.botName}`} />
        </p>
      </div>
    );
  }
  return (
    <div className="welcome">
      <h2>Ask {app.botName} something</h2>
      <p>Choose one of these, or type your own below, and press Enter:</p>
      <ul>
        {shown.map(({ text, shows }) => (
          <li key={text}>
            <Chip channel={channel} text={text} /> <span>{shows}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Chip({ channel, text }: { channel: Channel; text: string }) {
  const href = `/channels/${channel.id}?text=${encodeURIComponent(text)}#say`;
  return (
    <a className="chip" href={href} data-fill={text}>
      {text}
    </a>
  );
}
