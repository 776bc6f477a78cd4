import { messageJson } from '../api/message-json.ts';
import { sendEvent } from '../app/send-event.ts';
import type { Channel, Message } from '../state.ts';
import { post, slackbotSays, type World } from '../world.ts';
import { escapeText } from './escape.ts';
import { runCommand } from './run-command.ts';

/** What happens when the person sends what they typed: a command is run, anything else is posted. */
export async function say(
  world: World,
  channel: Channel,
  typed: string,
  threadTs?: string,
): Promise<void> {
  if (typed.trim() === '') return;
  if (typed.startsWith('/')) return runCommand(world, channel, typed, threadTs);
  const { state } = world;
  if (channel.archived) {
    slackbotSays(world, channel.id, `#${channel.name} is archived. Choose another channel.`);
    return;
  }
  const message = post(
    world,
    { channel: channel.id, user: state.person, text: withMentions(world, typed.trim()), threadTs },
    'person',
  );
  announce(world, channel, message);
}

// "@Briefing" becomes a mention, as picking it from Slack's list does.
function withMentions(world: World, typed: string): string {
  const { app, bot } = world.state;
  const name = app.botName.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return escapeText(typed).replace(new RegExp(`(^|\\s)@${name}\\b`, 'gi'), `$1<@${bot}>`);
}

function announce(world: World, channel: Channel, message: Message): void {
  const { state } = world;
  if (!channel.members.includes(state.bot)) return;
  const { type: _, ...rest } = messageJson(state, message);
  const about = { ...rest, channel: channel.id, event_ts: message.ts };
  if (channel.kind === 'im') {
    sendEvent(world, 'message.im', { type: 'message', ...about, channel_type: 'im' });
    return;
  }
  const [kind, subscription] =
    channel.kind === 'private' ? ['group', 'message.groups'] : ['channel', 'message.channels'];
  sendEvent(world, subscription as string, { type: 'message', ...about, channel_type: kind });
  if (message.text.includes(`<@${state.bot}>`)) {
    sendEvent(world, 'app_mention', { type: 'app_mention', ...about });
  }
}
