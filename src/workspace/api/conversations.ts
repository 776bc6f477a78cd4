import { setMembership } from '../person/set-membership.ts';
import type { Channel, State } from '../state.ts';
import { fail, isFailure, ok } from './answer.ts';
import type { Method } from './method.ts';
import { pageOf } from './page.ts';
import { flag, text } from './read-arguments.ts';

/** conversations.info */
export const info: Method = {
  token: 'bot',
  scopes: ['channels:read', 'groups:read', 'im:read', 'mpim:read'],
  call({ state }, args) {
    const channel = state.channels.get(text(args, 'channel') ?? '');
    if (!channel || hidden(state, channel)) return fail('channel_not_found');
    const needed = { public: 'channels:read', private: 'groups:read', im: 'im:read' }[channel.kind];
    if (!state.app.scopes.includes(needed)) {
      return { ...fail('missing_scope'), needed, provided: state.app.scopes.join(',') };
    }
    return ok({ channel: channelJson(state, channel) });
  },
};

/** conversations.list */
export const list: Method = {
  token: 'bot',
  scopes: ['channels:read', 'groups:read', 'im:read', 'mpim:read'],
  call({ state }, args) {
    const types = (text(args, 'types') ?? 'public_channel').split(',');
    const kinds: Record<string, Channel['kind'] | undefined> = {
      public_channel: 'public',
      private_channel: 'private',
      im: 'im',
    };
    if (types.some((type) => !(type in kinds) && type !== 'mpim')) return fail('invalid_types');
    const all = [...state.channels.values()].filter(
      (channel) =>
        types.some((type) => kinds[type] === channel.kind) &&
        !hidden(state, channel) &&
        !(flag(args, 'exclude_archived') && channel.archived),
    );
    const page = pageOf(all, args, { usual: 100, most: 1_000 });
    if (isFailure(page)) return page;
    return ok({
      channels: page.items.map((channel) => channelJson(state, channel)),
      response_metadata: { next_cursor: page.next },
    });
  },
};

/** conversations.members */
export const members: Method = {
  token: 'bot',
  scopes: ['channels:read', 'groups:read', 'im:read', 'mpim:read'],
  call({ state }, args) {
    const channel = state.channels.get(text(args, 'channel') ?? '');
    if (!channel || hidden(state, channel)) return fail('channel_not_found');
    const page = pageOf(channel.members, args, { usual: 100, most: 1_000 });
    if (isFailure(page)) return page;
    return ok({ members: page.items, response_metadata: { next_cursor: page.next } });
  },
};

/** conversations.open */
export const open: Method = {
  token: 'bot',
  scopes: ['im:write', 'channels:manage', 'groups:write', 'mpim:write'],
  call({ state }, args) {
    const users = text(args, 'users');
    if (!users && text(args, 'channel') !== state.dm) return fail('users_list_not_supplied');
    if (users && users !== state.person) return fail('user_not_found');
    return ok({ no_op: true, already_open: true, channel: { id: state.dm } });
  },
};

/** conversations.join */
export const join: Method = {
  token: 'bot',
  scopes: ['channels:join'],
  call(world, args) {
    const { state } = world;
    const channel = state.channels.get(text(args, 'channel') ?? '');
    if (!channel || hidden(state, channel)) return fail('channel_not_found');
    if (channel.kind !== 'public') return fail('method_not_supported_for_channel_type');
    if (channel.archived) return fail('is_archived');
    if (!channel.members.includes(state.bot)) setMembership(world, channel, true);
    return ok({ channel: channelJson(state, channel) });
  },
};

/** users.info */
export const userInfo: Method = {
  token: 'bot',
  scopes: ['users:read'],
  call({ state }, args) {
    const id = text(args, 'user');
    if (id !== state.person && id !== state.bot) return fail('user_not_found');
    const bot = id === state.bot;
    const name = bot ? state.app.botName : 'You';
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    return ok({
      user: {
        id,
        team_id: state.team.id,
        name: bot ? state.app.botName.toLowerCase() : state.personName,
        real_name: name,
        deleted: false,
        tz: timeZone,
        profile: { real_name: name, display_name: name },
        is_bot: bot,
        is_app_user: false,
      },
    });
  },
};

/** A channel that the app may not even know of. */
function hidden(state: State, channel: Channel): boolean {
  return channel.kind === 'private' && !channel.members.includes(state.bot);
}

function channelJson(state: State, channel: Channel): Record<string, unknown> {
  if (channel.kind === 'im') {
    return { id: channel.id, is_im: true, is_archived: false, user: state.person };
  }
  return {
    id: channel.id,
    name: channel.name,
    name_normalized: channel.name,
    is_channel: channel.kind === 'public',
    is_group: channel.kind === 'private',
    is_im: false,
    is_mpim: false,
    is_private: channel.kind === 'private',
    is_archived: channel.archived,
    is_general: channel.name === 'general',
    is_member: channel.members.includes(state.bot),
    context_team_id: state.team.id,
    topic: { value: channel.topic, creator: '', last_set: 0 },
    purpose: { value: '', creator: '', last_set: 0 },
    num_members: channel.members.length,
  };
}
