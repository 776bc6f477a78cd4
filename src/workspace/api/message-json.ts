import type { Message, State } from '../state.ts';

/** A message as the Web API and the payloads show it. */
export function messageJson(
  state: State,
  message: Message,
  { withMetadata = false } = {},
): Record<string, unknown> {
  const fromBot = message.user === state.bot;
  const replies = state.messages.filter(
    (other) =>
      other.threadTs === message.ts && other.channel === message.channel && !other.visibleTo,
  );
  return {
    type: 'message',
    user: message.user,
    ts: message.ts,
    text: message.text,
    team: state.team.id,
    ...(fromBot
      ? {
          bot_id: state.botId,
          app_id: state.appId,
          bot_profile: { id: state.botId, app_id: state.appId, name: state.app.name },
        }
      : {}),
    ...(message.blocks.length > 0 ? { blocks: message.blocks } : {}),
    ...(message.edited ? { edited: { user: message.user, ts: message.edited } } : {}),
    ...(message.threadTs
      ? { thread_ts: message.threadTs, parent_user_id: parentUser(state, message) }
      : {}),
    ...(replies.length > 0
      ? {
          thread_ts: message.ts,
          reply_count: replies.length,
          reply_users: [...new Set(replies.map((reply) => reply.user))],
          latest_reply: replies.at(-1)?.ts,
        }
      : {}),
    ...(withMetadata && message.metadata ? { metadata: message.metadata } : {}),
  };
}

function parentUser(state: State, message: Message): string | undefined {
  return state.messages.find(
    (other) => other.channel === message.channel && other.ts === message.threadTs,
  )?.user;
}
