import type { Channel, State } from '../state.ts';
import { type Failure, fail } from './answer.ts';

/** A channel by its id, or by `#name` or name; a user's id stands for the direct messages with them. */
function findChannel(state: State, given: string | undefined): Channel | undefined {
  if (!given) return undefined;
  if (given === state.person) return state.channels.get(state.dm);
  const byId = state.channels.get(given);
  if (byId) return byId;
  const name = given.replace(/^#/, '');
  return [...state.channels.values()].find(
    (channel) => channel.kind !== 'im' && channel.name === name,
  );
}

/** A channel the bot may post in, or why not. */
export function postable(state: State, given: string | undefined): Channel | Failure {
  const channel = findChannel(state, given);
  if (!channel) return fail('channel_not_found');
  const member = channel.members.includes(state.bot);
  if (!member && channel.kind === 'private') return fail('channel_not_found');
  if (channel.archived) return fail('is_archived');
  if (!member && !state.app.scopes.includes('chat:write.public')) return fail('not_in_channel');
  return channel;
}

/** A channel the app may read by its id: membership is needed, a name is not enough. */
export function readable(state: State, given: string | undefined): Channel | Failure {
  const channel = given ? state.channels.get(given) : undefined;
  if (!channel) return fail('channel_not_found');
  const member = channel.members.includes(state.bot);
  if (member) return channel;
  return fail(channel.kind === 'private' ? 'channel_not_found' : 'not_in_channel');
}
