import type { ReactNode } from 'react';
import type { Message, State } from '../state.ts';
import { Blocks } from './blocks.tsx';
import { TextOf } from './kit.tsx';

const texts = new WeakMap<Message, { text: string; object: object }>();

// The same text object at every drawing, so that it is drawn once.
function textObject(message: Message): object {
  const known = texts.get(message);
  if (known?.text === message.text) return known.object;
  const type = message.user === 'USLACKBOT' ? 'plain_text' : 'mrkdwn';
  const object = { type, text: message.text };
  texts.set(message, { text: message.text, object });
  return object;
}

/** The hour and minute of a timestamp, on this machine's clock. */
function timeOf(ts: string): string {
  const date = new Date(Number(ts) * 1_000);
  return date.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
}

/** One message with who sent it, when, what may be pressed in it and what may be done with it. */
export function MessageItem({
  state,
  message,
  back,
  inThread,
}: {
  state: State;
  message: Message;
  /** The address of the page it stands on, to come back to. */
  back: string;
  inThread: boolean;
}): ReactNode {
  const [who, kind] =
    message.user === state.bot
      ? [state.app.botName, 'app']
      : message.user === state.person
        ? ['You', 'you']
        : ['Slackbot', 'slackbot'];
  const replies = state.messages.filter(
    (other) => other.threadTs === message.ts && other.channel === message.channel,
  );
  const seconds = new Date(Number(message.ts) * 1_000);
  return (
    <li id={`m${message.ts}`} className={`message ${kind}${message.visibleTo ? ' ephemeral' : ''}`}>
      <span className="avatar" aria-hidden="true">
        {who.slice(0, 1)}
      </span>
      <article aria-label={`${who} at ${timeOf(message.ts)}`}>
        {message.visibleTo && <p className="only-you">Only visible to you</p>}
        <p className="by">
          <b>{who}</b>
          {kind === 'app' && <span className="badge">APP</span>}
          <time dateTime={seconds.toISOString()}>{timeOf(message.ts)}</time>
        </p>
        <form method="post" action="/press">
          <input type="hidden" name="ts" value={message.ts} />
          <input type="hidden" name="back" value={back} />
          <div className="body">
            {message.blocks.length > 0 ? (
              <Blocks blocks={message.blocks} names={state} />
            ) : (
              <TextOf of={textObject(message)} names={state} />
            )}
            {message.edited && <span className="edited">(edited)</span>}
          </div>
        </form>
        {message.trouble && (
          <p className="trouble" role="alert">
            That did not work: the app gave no answer ({message.trouble}). Try again.
          </p>
        )}
        {!inThread && replies.length > 0 && (
          <p className="replies">
            <a href={threadUrl(message)}>
              {replies.length} {replies.length === 1 ? 'reply' : 'replies'}
            </a>
          </p>
        )}
      </article>
      {!message.visibleTo && (
        <Tools state={state} message={message} back={back} inThread={inThread} who={who} />
      )}
    </li>
  );
}

const threadUrl = (message: Message) => `/channels/${message.channel}?thread=${message.ts}#thread`;

function Tools({
  state,
  message,
  back,
  inThread,
  who,
}: {
  state: State;
  message: Message;
  back: string;
  inThread: boolean;
  who: string;
}) {
  const shortcuts = state.app.shortcuts.filter((shortcut) => shortcut.type === 'message');
  if (inThread && shortcuts.length === 0) return null;
  const which = `to ${who} at ${timeOf(message.ts)}`;
  return (
    <div className="tools">
      {!inThread && (
        <a href={threadUrl(message)} aria-label={`Reply in thread ${which}`}>
          Reply
        </a>
      )}
      {shortcuts.map((shortcut) => (
        <form key={shortcut.callback_id} method="post" action="/shortcut">
          <input type="hidden" name="ts" value={message.ts} />
          <input type="hidden" name="back" value={back} />
          <button name="callback_id" value={shortcut.callback_id} type="submit">
            {shortcut.name}
          </button>
        </form>
      ))}
    </div>
  );
}
