import { isFailure } from '../api/answer.ts';
import { answerTo } from '../app/respond.ts';
import type { Channel } from '../state.ts';
import { newResponseUrl, newTrigger, slackbotSays, type World } from '../world.ts';
import { escapeText } from './escape.ts';
import { setMembership } from './set-membership.ts';

/** Runs what a person typed with a slash in front; resolves once the app took it up, or Slack said why not. */
export async function runCommand(
  world: World,
  channel: Channel,
  typed: string,
  threadTs?: string,
): Promise<void> {
  const { state } = world;
  const [, command = '', rest = ''] = /^(\/\S*)\s*([\s\S]*)$/.exec(typed) ?? [];
  if (command === '/invite' || command === '/kick' || command === '/remove') {
    return changeMembers(world, channel, command, rest);
  }
  if (!state.app.commands.some((known) => known.command === command)) {
    slackbotSays(
      world,
      channel.id,
      `${command} is not a valid command. To send it as a message, put a space before the slash.`,
      threadTs,
    );
    return;
  }
  if (threadTs) {
    slackbotSays(world, channel.id, `${command} is not supported in threads. Sorry!`, threadTs);
    return;
  }
  const original = { channel: channel.id, original: undefined };
  const delivered = await world.deliver({
    type: 'slash_commands',
    payload: {
      token: 'local-verification-token',
      team_id: state.team.id,
      team_domain: state.team.domain,
      channel_id: channel.id,
      channel_name: channel.kind === 'im' ? 'directmessage' : channel.name,
      user_id: state.person,
      user_name: state.personName,
      command,
      text: escapeText(rest.trim()),
      api_app_id: state.appId,
      is_enterprise_install: 'false',
      response_url: newResponseUrl(world, original),
      trigger_id: newTrigger(world),
    },
  });
  const error = delivered.acked
    ? answerProblem(world, original, delivered.answer)
    : delivered.error;
  if (error) slackbotSays(world, channel.id, `${command} failed with the error "${error}"`);
}

function answerProblem(
  world: World,
  url: Parameters<typeof answerTo>[1],
  answer: unknown,
): string | undefined {
  const empty =
    !answer || (typeof answer === 'object' && Object.keys(answer as object).length === 0);
  if (empty) return undefined;
  const posted = answerTo(world, url, answer, 'ack');
  return isFailure(posted) ? 'invalid_command_response' : undefined;
}

function changeMembers(world: World, channel: Channel, command: string, whom: string): void {
  const { state } = world;
  const named = whom.trim().replace(/^@/, '').toLowerCase();
  if (named !== state.app.botName.toLowerCase() || channel.kind === 'im') {
    const hint = `${command} @${state.app.botName}`;
    slackbotSays(world, channel.id, `Nobody here is called “${whom.trim()}”. Type ${hint}`);
    return;
  }
  const joins = command === '/invite';
  if (channel.members.includes(state.bot) === joins) {
    const there = joins ? 'already in this channel' : 'not in this channel';
    slackbotSays(world, channel.id, `${state.app.botName} is ${there}.`);
    return;
  }
  setMembership(world, channel, joins);
}
