import { messageJson } from '../api/message-json.ts';
import type { Message } from '../state.ts';
import { nextTs, type World } from '../world.ts';
import { sendEvent } from './send-event.ts';

const KINDS = {
  public: ['channel', 'message.channels'],
  private: ['group', 'message.groups'],
  im: ['im', 'message.im'],
} as const;

/**
 * Tells the app of a message that everybody in a channel of its bot sees, its own ones too, as Slack does. Of a mention
 * it hears once more when the message is edited.
 */
export function tellMessage(
  world: World,
  message: Message,
  what: 'posted' | 'changed' | 'deleted' = 'posted',
): void {
  const { state } = world;
  const channel = state.channels.get(message.channel);
  if (message.visibleTo || !channel?.members.includes(state.bot)) return;
  const [kind, subscription] = KINDS[channel.kind];
  const body = messageJson(state, message);
  const about = { channel: channel.id, channel_type: kind };
  if (what !== 'posted') {
    sendEvent(world, subscription, {
      type: 'message',
      subtype: `message_${what}`,
      hidden: true,
      ts: nextTs(world),
      ...about,
      ...(what === 'changed'
        ? { message: body }
        : { deleted_ts: message.ts, previous_message: body }),
    });
  } else
    sendEvent(world, subscription, { ...body, ...about, event_ts: message.ts, type: 'message' });
  const isMention = channel.kind !== 'im' && message.text.includes(`<@${state.bot}>`);
  if (!isMention || what === 'deleted') return;
  const event_ts = message.edited ?? message.ts;
  sendEvent(world, 'app_mention', { ...body, channel: channel.id, event_ts, type: 'app_mention' });
}
