import type { Article } from '../news/article.ts';
import type { Fault, Message, Posted, SeedChannel, View } from './state.ts';

/** How a workspace is opened. */
export interface Options {
  /** 0 takes any free port. */
  readonly port: number;
  /** The app's manifest, parsed: its commands, events and scopes hold here too. */
  readonly manifest: unknown;
  /** Optional scopes that were not granted when the app was installed. */
  readonly declinedScopes?: readonly string[];
  /** The article behind a citation; without it there are no article pages. */
  readonly showArticle?: (id: string, revision?: number) => Promise<Article | undefined>;
  /** Milliseconds since 1970; the real time unless given. After moving it by hand call `tick`. */
  readonly clock?: () => number;
  /** Where the app takes signed requests; without it the app connects in Socket Mode. */
  readonly requestUrl?: string;
  /** #briefing with the bot in it, #general and #random unless given. */
  readonly seed?: { readonly channels: readonly SeedChannel[] };
}

/** What the person at the page does, for tests. Each resolves once the app has taken it up or failed to. */
export interface Person {
  readonly id: string;
  /** Sends text or a slash command; `channel` is a name, an id, or `dm` for the app's direct messages. */
  type(channel: string, text: string, threadTs?: string): Promise<void>;
  /** Puts other words into a message that the person has sent. */
  edit(ts: string, text: string): void;
  /**
   * Presses a button or makes a choice, on the open modal, else the newest message that has it,
   * else Home. `value` is what is typed or the value of the option chosen, several in a list.
   */
  press(actionId: string, how?: { readonly ts?: string; readonly value?: unknown }): Promise<void>;
  /** Opens the app's Home, or its direct messages. */
  open(tab: 'home' | 'messages'): void;
  /** Uses a shortcut, on a message where it is one for messages. */
  shortcut(callbackId: string, ts?: string): Promise<void>;
  /** Fills in the open modal by `action_id` and submits it. */
  submit(values?: Readonly<Record<string, unknown>>): Promise<void>;
  /** Closes the open modal. */
  dismiss(): Promise<void>;
}

/** A workspace at work. */
export interface Workspace {
  /** The page, ending in a slash. */
  readonly url: string;
  /** For `clientOptions.slackApiUrl`; ends in `/api/`. */
  readonly apiUrl: string;
  readonly botToken: string;
  readonly appToken: string;
  readonly signingSecret: string;
  /** Every message ever posted, in order, as it was when it was posted. */
  readonly log: readonly Posted[];
  readonly person: Person;
  /** The id of the bot's user. */
  readonly bot: string;
  /** The id of a channel by its name; `dm` is the app's direct messages. It is the same at every start. */
  channel(name: string): string;
  /** A channel's messages as they stand, ephemeral ones included. */
  messages(channel: string): readonly Message[];
  /** The modal on the screen. */
  modal(): View | undefined;
  /** What is wrong with what was typed in the open modal, by block. */
  modalErrors(): Readonly<Record<string, string>>;
  home(): View | undefined;
  /** Resolves with what `look` finds, now or after any later change. */
  when<T>(look: () => T | undefined | false): Promise<T>;
  /**
   * Makes the next call of a Web API method, or the next use of a `response_url`, fail; several wait their turn. A
   * fault of `events_api` loses the next event before it arrives, or its acknowledgement after.
   */
  fault(method: string, ...faults: readonly Fault[]): void;
  /** Takes back the failures that nothing has met with yet. */
  forgetFaults(): void;
  revokeToken(): void;
  archive(channel: string): void;
  rename(channel: string, name: string): void;
  invite(channel: string): void;
  removeBot(channel: string): void;
  /** How many Socket Mode connections are open. */
  connections(): number;
  /** Cuts every Socket Mode connection. */
  dropSockets(): void;
  /** Asks every Socket Mode connection to come again. */
  disconnect(reason: 'warning' | 'refresh_requested' | 'link_disabled'): void;
  /** Runs what has fallen due on a clock that was moved by hand. */
  tick(): void;
  close(): Promise<void>;
}
