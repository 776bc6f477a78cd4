import { tellMessage } from '../app/tell-message.ts';
import type { Channel } from '../state.ts';
import { post, slackbotSays, type World } from '../world.ts';
import { escapeText } from './escape.ts';
import { runCommand } from './run-command.ts';

/** An address in escaped text; what ends a sentence or closes a bracket behind it is none of it. */
const ADDRESS = /\bhttps?:\/\/(?:(?!&[lg]t;)[^\s<>"'])+(?<![.,;:!?)\]])/gi;

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
  if (typed.startsWith('/')) return runCommand(world, channel, typed, threadTs);
  const message = post(
    world,
    { channel: channel.id, user: state.person, text: asSent(world, typed.trim()), threadTs },
    'person',
  );
  tellMessage(world, message);
}

// An address becomes a link, and "@Briefing" a mention, as picking it from Slack's list does.
function asSent(world: World, typed: string): string {
  const { app, bot } = world.state;
  const name = app.botName.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const linked = escapeText(typed).replace(ADDRESS, '<$&>');
  return linked.replace(new RegExp(`(^|\\s)@${name}\\b`, 'gi'), `$1<@${bot}>`);
}
