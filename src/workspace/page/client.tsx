import type { ReactNode } from 'react';
import type { Channel, Message, State } from '../state.ts';
import { Blocks } from './blocks.tsx';
import { Composer } from './composer.tsx';
import { Confirmation } from './confirmation.tsx';
import { MessageItem } from './message.tsx';
import { Modal } from './modal.tsx';
import { shell } from './shell.tsx';
import { Sidebar } from './sidebar.tsx';
import type { Target } from './target.ts';
import { Welcome } from './welcome.tsx';

/** What of the workspace a page shows. */
export interface Asked {
  /** The address of the page, query included. */
  readonly here: string;
  readonly channel?: Channel | undefined;
  /** The thread that lies open beside the channel. */
  readonly thread?: string | undefined;
  /** Whether all messages are shown, however many. */
  readonly all?: boolean | undefined;
  /** What stands in the composer already. */
  readonly text?: string | undefined;
  /** What was pressed and must be confirmed first. */
  readonly confirm?: { readonly ts: string | undefined; readonly target: Target } | undefined;
}

const LATEST = 50;

/** The page of a channel, or of the app's Home where no channel is asked for. */
export function clientPage(state: State, asked: Asked): string {
  const { channel, here } = asked;
  const title = channel ? nameOf(channel) : 'Home';
  const body = (
    <>
      <Sidebar state={state} here={here} />
      {channel ? <Conversation state={state} channel={channel} asked={asked} /> : null}
      {channel ? null : <Home state={state} here={here} />}
      {channel && asked.thread && <Thread state={state} channel={channel} asked={asked} />}
      <Modal state={state} back={here} />
      {asked.confirm && <Confirmation state={state} {...asked.confirm} back={here} />}
    </>
  );
  return shell(`${title} · ${state.team.name}`, body, asked.thread ? 'client threaded' : 'client');
}

const nameOf = (channel: Channel) => (channel.kind === 'im' ? channel.name : `#${channel.name}`);

function Head({ title, note }: { title: string; note?: string }): ReactNode {
  return (
    <header className="head">
      <a className="menu" href="#channels">
        <span aria-hidden="true">☰</span>
        <span className="hidden">Channels</span>
      </a>
      <h1>{title}</h1>
      {note && <p>{note}</p>}
    </header>
  );
}

function Scroll({ children }: { children: ReactNode }) {
  return (
    <div className="scroll">
      <div>{children}</div>
    </div>
  );
}

function Conversation({ state, channel, asked }: { state: State; channel: Channel; asked: Asked }) {
  const messages = state.messages.filter(
    (message) => message.channel === channel.id && !message.threadTs,
  );
  const earlier = asked.all ? 0 : Math.max(0, messages.length - LATEST);
  const isMute = channel.kind === 'im' && !state.app.takesMessages;
  return (
    <main id="main" className="conversation">
      <Head title={nameOf(channel)} note={channel.topic} />
      <Scroll>
        {messages.length === 0 && <Welcome state={state} channel={channel} />}
        {earlier > 0 && (
          <p className="earlier">
            <a href={`/channels/${channel.id}?all=1`}>Show {earlier} earlier messages</a>
          </p>
        )}
        <MessageList
          id="messages"
          label={`Messages in ${nameOf(channel)}`}
          state={state}
          messages={messages.slice(earlier)}
          back={asked.here}
        />
      </Scroll>
      {channel.archived && (
        <p className="archived">#{channel.name} is archived: it can be read, not written to.</p>
      )}
      {isMute && <p className="archived">Sending messages to this app has been turned off.</p>}
      {!channel.archived && !isMute && (
        <Composer state={state} channel={channel} back={asked.here} text={asked.text} />
      )}
    </main>
  );
}

function MessageList({
  id,
  label,
  state,
  messages,
  back,
}: {
  id: string;
  label: string;
  state: State;
  messages: readonly Message[];
  back: string;
}) {
  const days = messages.map(({ ts }) => dayOf(ts));
  return (
    <div role="log" aria-live="polite" aria-label={label}>
      <ol id={id}>
        {messages.flatMap((message, index) => [
          days[index] === days[index - 1] ? null : (
            <li key={days[index]} id={`${id}-${days[index]}`} className="day">
              {days[index]}
            </li>
          ),
          <MessageItem
            key={message.ts}
            state={state}
            message={message}
            back={back}
            inThread={id === 'replies'}
          />,
        ])}
      </ol>
    </div>
  );
}

function dayOf(ts: string): string {
  return new Date(Number(ts) * 1_000).toLocaleDateString('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  });
}

function Thread({ state, channel, asked }: { state: State; channel: Channel; asked: Asked }) {
  const { thread } = asked;
  const messages = state.messages.filter(
    (message) =>
      message.channel === channel.id && (message.ts === thread || message.threadTs === thread),
  );
  return (
    <aside id="thread" className="thread" aria-label="Thread">
      <header className="head">
        <h2>Thread</h2>
        <p>{nameOf(channel)}</p>
        <a className="close" href={`/channels/${channel.id}`}>
          Close
        </a>
      </header>
      <Scroll>
        <MessageList
          id="replies"
          label="Replies"
          state={state}
          messages={messages}
          back={asked.here}
        />
      </Scroll>
      <Composer state={state} channel={channel} back={asked.here} threadTs={thread} />
    </aside>
  );
}

function Home({ state, here }: { state: State; here: string }) {
  return (
    <main id="main" className="conversation home">
      <Head title={state.app.botName} note="Home" />
      <Scroll>
        {state.home ? (
          <form method="post" action="/press" className="view body">
            <input type="hidden" name="back" value={here} />
            <Blocks blocks={state.home.blocks} names={state} />
          </form>
        ) : (
          <div className="welcome">
            <h2>Nothing here yet</h2>
            <p>{state.app.botName} has not published its Home.</p>
          </div>
        )}
      </Scroll>
    </main>
  );
}
