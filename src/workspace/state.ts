import { createHash } from 'node:crypto';
import type { App } from './manifest.ts';
import { randomId } from './random-id.ts';

/** A block as the app sent it, after it was checked; ids that it left out are filled in. */
export type Block = { readonly type: string; readonly block_id: string } & Record<string, unknown>;

/** What an app may hang on a message, unseen by people. */
export interface Metadata {
  readonly event_type: string;
  readonly event_payload: Readonly<Record<string, unknown>>;
}

/** A channel, or the app's direct messages with the person (`im`). */
export interface Channel {
  readonly id: string;
  name: string;
  readonly kind: 'public' | 'private' | 'im';
  readonly topic: string;
  /** Ids of users, the bot's among them where it was invited. */
  members: string[];
  archived: boolean;
}

/** A message as it stands now. */
export interface Message {
  readonly channel: string;
  readonly ts: string;
  readonly user: string;
  text: string;
  blocks: readonly Block[];
  metadata: Metadata | undefined;
  /** The `ts` of the message that this one answers. */
  readonly threadTs: string | undefined;
  /** The only user who sees it, where it is ephemeral. */
  readonly visibleTo: string | undefined;
  edited: string | undefined;
  /** Why the app did not take up the last press on it. */
  trouble: string | undefined;
}

/** A message as it was when it was posted; never changed afterwards. */
export interface Posted {
  readonly channel: string;
  readonly ts: string;
  readonly user: string;
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly metadata: Metadata | undefined;
  readonly threadTs: string | undefined;
  readonly visibleTo: string | undefined;
  /** What posted it: `chat.postMessage`, `chat.postEphemeral`, `response_url`, `ack`, `person` or `slackbot`. */
  readonly by: string;
}

/** A modal or a Home as the app sent it, with what Slack adds. */
export interface View {
  readonly id: string;
  readonly type: 'modal' | 'home';
  readonly title: unknown;
  readonly close: unknown;
  readonly submit: unknown;
  readonly blocks: readonly Block[];
  readonly callback_id: string;
  readonly external_id: string;
  readonly private_metadata: string;
  readonly clear_on_close: boolean;
  readonly notify_on_close: boolean;
  readonly hash: string;
  readonly previous_view_id: string | null;
  readonly root_view_id: string;
}

/** A modal on the person's screen, with what is typed in it and what is wrong with that. */
export interface OpenView {
  view: View;
  /** By block and action, what was chosen or typed. */
  values: Record<string, Record<string, Readonly<Record<string, unknown>>>>;
  errors: Record<string, string>;
  /** Why the app did not take up the last press or submission. */
  trouble: string | undefined;
}

/** Where a `response_url` leads. */
export interface ResponseUrl {
  readonly channel: string;
  /** The message whose button was pressed; none after a slash command. */
  readonly original: string | undefined;
  readonly expires: number;
  uses: number;
}

/** How an app's call is to fail; `after` means that it was carried out and only the answer is lost. */
export type Fault =
  | { readonly kind: 'rate-limited'; readonly retryAfter: number }
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'error'; readonly error: string }
  | { readonly kind: 'no-answer'; readonly when: 'before' | 'after' }
  | { readonly kind: 'disconnect'; readonly when: 'before' | 'after' };

/** Everything the workspace knows. Nothing outlives the process. */
export interface State {
  readonly app: App;
  readonly team: { readonly id: string; readonly name: string; readonly domain: string };
  readonly appId: string;
  readonly botId: string;
  readonly bot: string;
  readonly person: string;
  readonly personName: string;
  readonly tokens: { readonly bot: string; readonly app: string; readonly signing: string };
  tokenRevoked: boolean;
  readonly channels: Map<string, Channel>;
  readonly dm: string;
  messages: Message[];
  readonly log: Posted[];
  /** The modals on the screen, the topmost last. */
  modals: OpenView[];
  home: View | undefined;
  /** When each trigger was handed out, in ms, and whether it has opened something. */
  readonly triggers: Map<string, { readonly at: number; used: boolean }>;
  readonly responseUrls: Map<string, ResponseUrl>;
  readonly faults: Map<string, Fault[]>;
  /** What each channel, and the workspace as a whole, still takes in a burst, and since when that holds. */
  readonly allowance: Map<string, { left: number; at: number }>;
  /** The last message the person has seen, per channel. */
  readonly read: Map<string, string>;
  lastMicros: number;
}

/** A channel of a new workspace. */
export interface SeedChannel {
  readonly name: string;
  readonly topic?: string;
  readonly private?: boolean;
  /** Whether the app's bot is a member from the start. */
  readonly bot?: boolean;
  readonly archived?: boolean;
}

/** An id as Slack writes it, the same at every start, so that what an app stored still fits. */
export function stableId(letter: string, name: string): string {
  const digest = createHash('sha256').update(`${letter}:${name}`).digest('hex');
  return letter + BigInt(`0x${digest}`).toString(36).toUpperCase().slice(0, 10);
}

/** A workspace with these channels and nothing said yet. */
export function newState(app: App, seed: readonly SeedChannel[]): State {
  const bot = stableId('U', 'bot');
  const person = stableId('U', 'person');
  const channels = seed.map(
    (channel): Channel => ({
      id: stableId('C', channel.name),
      name: channel.name,
      kind: channel.private ? 'private' : 'public',
      topic: channel.topic ?? '',
      members: channel.bot ? [person, bot] : [person],
      archived: channel.archived ?? false,
    }),
  );
  const dm: Channel = {
    id: stableId('D', 'bot'),
    name: app.botName,
    kind: 'im',
    topic: '',
    members: [person, bot],
    archived: false,
  };
  return {
    app,
    team: { id: stableId('T', 'team'), name: 'Local workspace', domain: 'local-workspace' },
    appId: stableId('A', 'app'),
    botId: stableId('B', 'bot'),
    bot,
    person,
    personName: 'you',
    tokens: {
      bot: `xoxb-local-${randomId(12)}`,
      app: `xapp-1-local-${randomId(12)}`,
      signing: randomId(16),
    },
    tokenRevoked: false,
    channels: new Map([...channels, dm].map((channel) => [channel.id, channel])),
    dm: dm.id,
    messages: [],
    log: [],
    modals: [],
    home: undefined,
    triggers: new Map(),
    responseUrls: new Map(),
    faults: new Map(),
    allowance: new Map(),
    read: new Map(),
    lastMicros: 0,
  };
}
