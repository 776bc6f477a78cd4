import type { ReactNode } from 'react';
import type { Channel, State } from '../state.ts';

/** How many messages of a channel the person has not seen. */
function unread(state: State, channel: Channel): number {
  const read = state.read.get(channel.id) ?? '0';
  return state.messages.filter(
    (message) =>
      message.channel === channel.id && message.user !== state.person && message.ts > read,
  ).length;
}

/** The channels, the app's direct messages and its Home; `here` is the address of the page. */
export function Sidebar({ state, here }: { state: State; here: string }): ReactNode {
  const channels = [...state.channels.values()];
  const link = (channel: Channel, sign: string) => {
    const count = unread(state, channel);
    const href = `/channels/${channel.id}`;
    const current = here.split('?')[0] === href;
    return (
      <li key={channel.id} id={`to-${channel.id}`}>
        <a
          href={href}
          aria-current={current ? 'page' : undefined}
          className={count ? 'unread' : ''}
        >
          <span className="sign" aria-hidden="true">
            {sign}
          </span>
          {channel.name}
          {channel.archived && <small> archived</small>}
          {count > 0 && (
            <span className="count">
              {count}
              <span className="hidden"> unread</span>
            </span>
          )}
        </a>
      </li>
    );
  };
  return (
    <nav id="channels" aria-label="Channels">
      <p className="workspace-name">
        {state.team.name}
        <a className="close-menu" href={here}>
          Close
        </a>
      </p>
      <h2>Channels</h2>
      <ul>{channels.filter(({ kind }) => kind !== 'im').map((one) => link(one, '#'))}</ul>
      <h2>App</h2>
      <ul>
        {channels.filter(({ kind }) => kind === 'im').map((one) => link(one, '@'))}
        {state.app.homeTab && (
          <li>
            <a href="/home" aria-current={here === '/home' ? 'page' : undefined}>
              <span className="sign" aria-hidden="true">
                ⌂
              </span>
              Home
            </a>
          </li>
        )}
      </ul>
      <p className="about">
        A local stand-in for Slack. Nothing here leaves this computer, and nothing is kept when it
        stops.
      </p>
    </nav>
  );
}
