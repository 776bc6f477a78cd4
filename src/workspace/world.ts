import { randomId } from './random-id.ts';
import type { Schedule } from './schedule.ts';
import type { Message, Posted, ResponseUrl, State } from './state.ts';

/** What goes to the app: a slash command, an interaction or an event. */
export interface Envelope {
  readonly type: 'slash_commands' | 'interactive' | 'events_api';
  readonly payload: Readonly<Record<string, unknown>>;
  readonly retry?: { readonly attempt: number; readonly reason: string };
}

/** What the app made of it: taken up in time, perhaps with an answer, or not. */
export type Delivered =
  | { readonly acked: true; readonly answer: unknown }
  | { readonly acked: false; readonly error: string };

/** The workspace at work: its state, its clock, and the line to the app. */
export interface World {
  readonly state: State;
  readonly schedule: Schedule;
  /** Where the workspace listens, without a slash at the end. */
  readonly origin: string;
  /** Milliseconds since 1970. */
  now(): number;
  /** Tells whoever watches that something changed. */
  changed(): void;
  deliver(envelope: Envelope): Promise<Delivered>;
}

/** How long the app has to take up a command or an interaction, in ms. */
export const ACK_WITHIN = 3_000;

/** A new timestamp in Slack's form, later than every one before. */
export function nextTs(world: World): string {
  const { state } = world;
  state.lastMicros = Math.max(Math.floor(world.now() * 1_000), state.lastMicros + 1);
  const seconds = Math.floor(state.lastMicros / 1_000_000);
  return `${seconds}.${String(state.lastMicros % 1_000_000).padStart(6, '0')}`;
}

/** Posts a message as it is given, and writes it to the log. */
export function post(
  world: World,
  message: Pick<Message, 'channel' | 'user' | 'text'> &
    Partial<Pick<Message, 'blocks' | 'metadata' | 'threadTs' | 'visibleTo'>>,
  by: string,
): Message {
  const posted: Posted = {
    channel: message.channel,
    ts: nextTs(world),
    user: message.user,
    text: message.text,
    blocks: message.blocks ?? [],
    metadata: message.metadata,
    threadTs: message.threadTs,
    visibleTo: message.visibleTo,
    by,
  };
  world.state.log.push(Object.freeze(posted));
  const { by: _, ...standing } = posted;
  const stands: Message = { ...standing, edited: undefined, trouble: undefined };
  world.state.messages.push(stands);
  world.changed();
  return stands;
}

/** Says something to the person alone, as Slack itself does. */
export function slackbotSays(
  world: World,
  channel: string,
  text: string,
  threadTs?: string,
): Message {
  const { person } = world.state;
  return post(world, { channel, user: 'USLACKBOT', text, visibleTo: person, threadTs }, 'slackbot');
}

/** A trigger that opens one view within three seconds. */
export function newTrigger(world: World): string {
  const id = `${Math.floor(world.now())}.${randomId(4)}.${randomId(16)}`;
  world.state.triggers.set(id, { at: world.now(), used: false });
  return id;
}

const RESPONSE_URL_LASTS = 30 * 60_000;

/** An address at which the app may answer this command or press five times within half an hour. */
export function newResponseUrl(
  world: World,
  where: Pick<ResponseUrl, 'channel' | 'original'>,
): string {
  const id = randomId(18);
  const expires = world.now() + RESPONSE_URL_LASTS;
  world.state.responseUrls.set(id, { ...where, expires, uses: 0 });
  return `${world.origin}/actions/${world.state.team.id}/${id}`;
}
