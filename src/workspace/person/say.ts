import { tellMessage } from '../app/tell-message.ts';
import type { Channel } from '../state.ts';
import { post, slackbotSays, type World } from '../world.ts';
import { asSent } from './as-sent.ts';
import { runCommand } from './run-command.ts';

/** What happens when the person sends what they typed: a command is run, anything else is posted. */
export async function say(
  world: World,
  channel: Channel,
  typed: string,
  threadTs?: string,
): Promise<void> {
  if (typed.trim() === '') return;
  const { state } = world;
  if (channel.archived) {
    slackbotSays(world, channel.id, `#${channel.name} is archived. Choose another channel.`);
    return;
  }
  if (channel.kind === 'im' && !state.app.takesMessages) {
    slackbotSays(world, channel.id, 'Sending messages to this app has been turned off.');
    return;
  }
  if (typed.startsWith('/')) return runCommand(world, channel, typed, threadTs);
  const text = asSent(world, typed);
  const message = post(
    world,
    { channel: channel.id, user: state.person, text, threadTs },
    'person',
  );
  tellMessage(world, message);
  if (channel.members.includes(state.bot) || !text.includes(`<@${state.bot}>`)) return;
  const { botName } = state.app;
  slackbotSays(
    world,
    channel.id,
    `${botName} is not in #${channel.name} and has not heard that. Type /invite @${botName}, then ask again.`,
    threadTs,
  );
}
