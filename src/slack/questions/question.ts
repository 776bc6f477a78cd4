/** A message to the bot, where somebody may have asked something. */
export interface Question {
  readonly user: string;
  readonly channel: string;
  readonly ts: string;
  /** As Slack hands it over, with its markup. */
  readonly text: string;
  /** The thread that the answer belongs in; undefined where it stands in the conversation itself. */
  readonly thread: string | undefined;
  /** Whether the bot and the asker are among themselves. */
  readonly isDirect: boolean;
  readonly hasFiles: boolean;
  readonly isEdited: boolean;
}

/** What we need of an event of Slack's; of other kinds of message some of it is missing. */
export interface Heard {
  readonly type: string;
  readonly subtype?: string | undefined;
  readonly channel: string;
  readonly channel_type?: string;
  readonly ts: string;
  readonly thread_ts?: string;
  readonly user?: string;
  readonly bot_id?: string;
  readonly text?: string;
  readonly files?: readonly unknown[];
  readonly edited?: unknown;
}

/** Kinds of message that a person writes; all others tell of something that happened, such as a change. */
const WRITTEN = new Set([undefined, 'file_share', 'thread_broadcast']);
/** Slack's own voice, in which it reminds and warns. */
const SLACKBOT = 'USLACKBOT';

/**
 * The message to the bot that an event tells of; undefined for what no person wrote, and for messages that are neither
 * mentions nor direct. A mention is answered in its thread, a direct message where it stands.
 */
export function questionIn(event: Heard, bot: string | undefined): Question | undefined {
  const { type, subtype, user, channel, ts, thread_ts: thread } = event;
  const isDirect = event.channel_type === 'im' || channel.startsWith('D');
  if (type === 'message' && !isDirect) return undefined;
  if (!WRITTEN.has(subtype) || event.bot_id !== undefined) return undefined;
  if (!user || user === bot || user === SLACKBOT) return undefined;
  return {
    ...{ user, channel, ts, isDirect },
    text: event.text ?? '',
    thread: isDirect ? thread : (thread ?? ts),
    hasFiles: (event.files ?? []).length > 0,
    isEdited: event.edited !== undefined,
  };
}
