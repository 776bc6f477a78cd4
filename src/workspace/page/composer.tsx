import type { ReactNode } from 'react';
import type { Channel, State } from '../state.ts';

/** Where the person types: words for the channel, or a command. */
export function Composer({
  state,
  channel,
  back,
  threadTs,
  text = '',
}: {
  state: State;
  channel: Channel;
  back: string;
  threadTs?: string | undefined;
  /** What stands there already, from a suggestion. */
  text?: string | undefined;
}): ReactNode {
  const id = threadTs ? 'reply' : 'say';
  const where = channel.kind === 'im' ? channel.name : `#${channel.name}`;
  const label = threadTs ? 'Reply in the thread' : `Message ${where}`;
  const example = state.app.commands[0]?.command;
  const isHeard = state.app.events.includes('app_mention') && channel.kind !== 'im';
  const mention = {
    command: `@${state.app.botName}`,
    description: 'Mentions the app, which then hears what you write',
  };
  const offered = isHeard ? [...state.app.commands, mention] : state.app.commands;
  return (
    <form className="composer" method="post" action={`/channels/${channel.id}/say`}>
      <input type="hidden" name="back" value={back} />
      {threadTs && <input type="hidden" name="thread" value={threadTs} />}
      <label className="hidden" htmlFor={id}>
        {label}
      </label>
      <div className="field">
        <textarea
          id={id}
          name="text"
          rows={1}
          placeholder={label}
          defaultValue={text}
          maxLength={12_000}
          autoComplete="off"
          aria-describedby={`${id}-help`}
          data-commands={threadTs ? undefined : JSON.stringify(offered)}
        />
        <button className="button primary" type="submit">
          Send
        </button>
      </div>
      <p id={`${id}-help`} className="help">
        <kbd>Enter</kbd> sends, <kbd>Shift</kbd>+<kbd>Enter</kbd> starts a new line
        {!threadTs && example && (
          <>
            , <kbd>/</kbd> lists the commands
            {isHeard && (
              <>
                , <kbd>@</kbd> mentions {state.app.botName}
              </>
            )}
          </>
        )}
        .
      </p>
    </form>
  );
}
