import { tellMessage } from '../app/tell-message.ts';
import type { Channel, Message, State } from '../state.ts';
import { nextTs, post } from '../world.ts';
import { takeAllowance } from './allowance.ts';
import { type Failure, fail, isFailure, ok } from './answer.ts';
import { type Content, checkContent, checkMetadata, tooHeavy } from './check-content.ts';
import { postable } from './find-channel.ts';
import { messageJson } from './message-json.ts';
import type { Method } from './method.ts';
import { type Arguments, text } from './read-arguments.ts';

/** chat.postMessage */
export const postMessage: Method = {
  token: 'bot',
  scopes: ['chat:write'],
  call(world, args) {
    const { state } = world;
    const channel = postable(state, text(args, 'channel'));
    if (isFailure(channel)) return channel;
    const content = checkForChat(args);
    if (isFailure(content)) return content;
    const metadata = checkMetadata(args);
    if (isFailure(metadata)) return metadata;
    const threadTs = text(args, 'thread_ts');
    const wrong = checkThread(state, channel as Channel, threadTs);
    if (wrong) return wrong;
    const wait = takeAllowance(world, channel.id);
    if (wait > 0) return { ...fail('ratelimited'), retry_after: wait };
    const message = post(
      world,
      {
        ...content,
        channel: channel.id,
        user: state.bot,
        metadata,
        threadTs,
      },
      'chat.postMessage',
    );
    tellMessage(world, message);
    return ok({
      channel: message.channel,
      ts: message.ts,
      message: messageJson(state, message, { withMetadata: true }),
    });
  },
};

/** chat.postEphemeral */
export const postEphemeral: Method = {
  token: 'bot',
  scopes: ['chat:write'],
  call(world, args) {
    const { state } = world;
    const given = text(args, 'channel');
    // Unlike chat.postMessage it does not take a user for a channel.
    const channel = given === state.person ? fail('channel_not_found') : postable(state, given);
    if (isFailure(channel)) return channel;
    const user = text(args, 'user');
    if (!user || ![state.person, state.bot].includes(user)) return fail('user_not_found');
    if (!channel.members.includes(user)) return fail('user_not_in_channel');
    const content = checkForChat(args);
    if (isFailure(content)) return content;
    const threadTs = text(args, 'thread_ts');
    const wrong = checkThread(state, channel as Channel, threadTs);
    if (wrong) return wrong;
    const message = post(
      world,
      {
        ...content,
        channel: channel.id,
        user: state.bot,
        threadTs,
        visibleTo: user,
      },
      'chat.postEphemeral',
    );
    return ok({ message_ts: message.ts });
  },
};

/** chat.update */
export const update: Method = {
  token: 'bot',
  scopes: ['chat:write'],
  call(world, args) {
    const message = ownMessage(world.state, args, 'cant_update_message');
    if (isFailure(message)) return message;
    if (text(args, 'text') === undefined && args.blocks === undefined && !args.metadata)
      return fail('no_text');
    const keepsWords = text(args, 'text') === undefined && args.blocks === undefined;
    const content = keepsWords ? message : checkForChat(args);
    if (isFailure(content)) return content;
    const metadata = checkMetadata(args);
    if (isFailure(metadata)) return metadata;
    message.text = content.text || message.text;
    message.blocks = content.blocks;
    message.metadata = metadata ?? message.metadata;
    message.edited = nextTs(world);
    world.changed();
    tellMessage(world, message, 'changed');
    return ok({
      channel: message.channel,
      ts: message.ts,
      text: message.text,
      message: messageJson(world.state, message, { withMetadata: true }),
    });
  },
};

/** chat.delete */
export const remove: Method = {
  token: 'bot',
  scopes: ['chat:write'],
  call(world, args) {
    const { state } = world;
    const message = ownMessage(state, args, 'cant_delete_message');
    if (isFailure(message)) return message;
    state.messages = state.messages.filter((other) => other !== message);
    world.changed();
    tellMessage(world, message, 'deleted');
    return ok({ channel: message.channel, ts: message.ts });
  },
};

function checkForChat(args: Arguments): Content | Failure {
  const content = checkContent(args);
  if (isFailure(content)) return content;
  return tooHeavy(content) ? fail('msg_blocks_too_long') : content;
}

function checkThread(
  state: State,
  channel: Channel,
  threadTs: string | undefined,
): Failure | undefined {
  if (threadTs === undefined) return undefined;
  if (!/^\d{10}\.\d{6}$/.test(threadTs)) return fail('invalid_thread_ts');
  const parent = state.messages.find(
    (message) => message.channel === channel.id && message.ts === threadTs && !message.visibleTo,
  );
  if (!parent) return fail('thread_not_found');
  return parent.threadTs ? fail('cannot_reply_to_message') : undefined;
}

function ownMessage(state: State, args: Arguments, denied: string): Message | Failure {
  // A name, which chat.postMessage takes, is not enough here.
  const channel = state.channels.get(text(args, 'channel') ?? '');
  if (!channel) return fail('channel_not_found');
  const ts = text(args, 'ts');
  const message = state.messages.find(
    (other) => other.channel === channel.id && other.ts === ts && !other.visibleTo,
  );
  if (!message) return fail('message_not_found');
  if (message.user !== state.bot) return fail(denied);
  return channel.archived ? fail('is_archived') : message;
}
