import { messageJson } from '../api/message-json.ts';
import type { Message } from '../state.ts';
import { newResponseUrl, newTrigger, nextTs, slackbotSays, type World } from '../world.ts';

/** Uses one of the app's shortcuts, on a message where it is one for messages. */
export async function runShortcut(
  world: World,
  callbackId: string,
  message?: Message,
): Promise<void> {
  const { state } = world;
  const channel = message && state.channels.get(message.channel);
  const delivered = await world.deliver({
    type: 'interactive',
    payload: {
      type: message ? 'message_action' : 'shortcut',
      token: 'local-verification-token',
      action_ts: nextTs(world),
      team: { id: state.team.id, domain: state.team.domain },
      user: {
        id: state.person,
        username: state.personName,
        team_id: state.team.id,
        name: state.personName,
      },
      is_enterprise_install: false,
      enterprise: null,
      callback_id: callbackId,
      trigger_id: newTrigger(world),
      ...(message
        ? {
            channel: {
              id: message.channel,
              name: channel?.kind === 'im' ? 'directmessage' : channel?.name,
            },
            message_ts: message.ts,
            message: messageJson(state, message),
            response_url: newResponseUrl(world, {
              channel: message.channel,
              original: undefined,
            }),
          }
        : {}),
    },
  });
  if (!delivered.acked && message) {
    slackbotSays(world, message.channel, `The shortcut failed with the error "${delivered.error}"`);
  }
}
