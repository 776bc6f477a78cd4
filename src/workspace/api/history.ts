import type { Message, State } from '../state.ts';
import { type Answer, type Failure, fail, isFailure, ok } from './answer.ts';
import { readable } from './find-channel.ts';
import { messageJson } from './message-json.ts';
import type { Method } from './method.ts';
import { pageOf } from './page.ts';
import { type Arguments, flag, text } from './read-arguments.ts';

const SCOPES = ['channels:history', 'groups:history', 'im:history', 'mpim:history'];

/** conversations.history */
export const history: Method = {
  token: 'bot',
  scopes: SCOPES,
  call({ state }, args) {
    const there = messagesIn(state, args);
    if (isFailure(there)) return there;
    return answer(state, there.filter((message) => !message.threadTs).toReversed(), args);
  },
};

/** conversations.replies */
export const replies: Method = {
  token: 'bot',
  scopes: SCOPES,
  call({ state }, args) {
    const there = messagesIn(state, args);
    if (isFailure(there)) return there;
    const ts = text(args, 'ts');
    const thread = there.filter((message) => message.ts === ts || message.threadTs === ts);
    return thread.length === 0 ? fail('thread_not_found') : answer(state, thread, args);
  },
};

/** What everybody in a channel sees, within the times asked for; ephemeral messages are never part of it. */
function messagesIn(state: State, args: Arguments): readonly Message[] | Failure {
  const channel = readable(state, text(args, 'channel'));
  if (isFailure(channel)) return channel;
  const kinds = { public: 'channels', private: 'groups', im: 'im' } as const;
  const needed = `${kinds[channel.kind]}:history`;
  if (!state.app.scopes.includes(needed)) {
    return { ...fail('missing_scope'), needed, provided: state.app.scopes.join(',') };
  }
  const [oldest, latest] = [text(args, 'oldest') ?? '0', text(args, 'latest')];
  const isTime = (time: string) => /^\d+(\.\d+)?$/.test(time);
  if (!isTime(oldest)) return fail('invalid_ts_oldest');
  if (latest && !isTime(latest)) return fail('invalid_ts_latest');
  const inclusive = flag(args, 'inclusive');
  const within = (ts: string) => {
    const [at, from, to] = [Number(ts), Number(oldest), latest ? Number(latest) : Infinity];
    return inclusive ? at >= from && at <= to : at > from && at < to;
  };
  return state.messages.filter(
    (message) => message.channel === channel.id && !message.visibleTo && within(message.ts),
  );
}

function answer(state: State, all: readonly Message[], args: Arguments): Answer {
  const page = pageOf(all, args, { usual: 100, most: 999 });
  if (isFailure(page)) return page;
  const withMetadata = flag(args, 'include_all_metadata');
  return ok({
    messages: page.items.map((message) => messageJson(state, message, { withMetadata })),
    has_more: page.next !== '',
    ...(page.next === '' ? {} : { response_metadata: { next_cursor: page.next } }),
  });
}
