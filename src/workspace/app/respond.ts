import { type Answer, fail, isFailure, ok } from '../api/answer.ts';
import { checkContent } from '../api/check-content.ts';
import { flag, text } from '../api/read-arguments.ts';
import type { ResponseUrl } from '../state.ts';
import { nextTs, post, type World } from '../world.ts';
import { tellMessage } from './tell-message.ts';

const MOST_USES = 5;

/** Carries out what an app sent to a `response_url`, with the HTTP status that Slack answers. */
export function respond(
  world: World,
  id: string,
  body: unknown,
): { readonly status: 200 | 400 | 404; readonly answer: Answer } {
  const url = world.state.responseUrls.get(id);
  if (!url || world.now() >= url.expires) {
    return { status: 404, answer: fail(url ? 'expired_url' : 'invalid_url') };
  }
  if (url.uses >= MOST_USES) return { status: 404, answer: fail('used_url') };
  const answer = answerTo(world, url, body, 'response_url');
  if (isFailure(answer)) return { status: 400, answer };
  url.uses += 1;
  return { status: 200, answer };
}

/** Posts, replaces or deletes, as the body says: also what an app may return with its acknowledgement. */
export function answerTo(
  world: World,
  url: Pick<ResponseUrl, 'channel' | 'original'>,
  body: unknown,
  by: 'response_url' | 'ack',
): Answer {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return fail('no_text');
  const { state } = world;
  const args = body as Record<string, unknown>;
  if (state.channels.get(url.channel)?.archived) return fail('is_archived');
  // On the reply to a slash command there is no original, and these two do nothing.
  const original = state.messages.find(
    (message) => message.channel === url.channel && message.ts === url.original,
  );
  if (flag(args, 'delete_original') && original) {
    state.messages = state.messages.filter((message) => message !== original);
    world.changed();
    tellMessage(world, original, 'deleted');
    return ok();
  }
  const type = text(args, 'response_type') ?? 'ephemeral';
  if (type !== 'ephemeral' && type !== 'in_channel') return fail('invalid_response_type');
  const content = checkContent(args);
  if (isFailure(content)) return content;
  if (flag(args, 'replace_original') && original) {
    original.text = content.text;
    original.blocks = content.blocks;
    original.edited = nextTs(world);
    world.changed();
    tellMessage(world, original, 'changed');
    return ok();
  }
  const message = post(
    world,
    {
      ...content,
      channel: url.channel,
      user: state.bot,
      // Wherever the button stands, an answer goes to the channel unless it names a thread.
      threadTs: text(args, 'thread_ts'),
      visibleTo: type === 'ephemeral' ? state.person : undefined,
    },
    by,
  );
  tellMessage(world, message);
  return ok();
}
