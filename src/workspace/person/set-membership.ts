import { sendEvent } from '../app/send-event.ts';
import type { Channel } from '../state.ts';
import { post, type World } from '../world.ts';

/** Invites the app's bot to a channel or takes it out, says so there, and tells the app where it asked to know. */
export function setMembership(world: World, channel: Channel, joins: boolean): void {
  const { state } = world;
  channel.members = joins
    ? [...channel.members.filter((member) => member !== state.bot), state.bot]
    : channel.members.filter((member) => member !== state.bot);
  const what = joins ? 'joined' : 'was removed from';
  post(
    world,
    {
      channel: channel.id,
      user: 'USLACKBOT',
      text: `${state.app.botName} ${what} #${channel.name}.`,
    },
    'slackbot',
  );
  const type = joins ? 'member_joined_channel' : 'member_left_channel';
  sendEvent(world, type, {
    type,
    user: state.bot,
    channel: channel.id,
    channel_type: channel.kind === 'private' ? 'G' : 'C',
    team: state.team.id,
    inviter: state.person,
  });
}
