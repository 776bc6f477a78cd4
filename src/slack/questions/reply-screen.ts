import { setTimeout as pause } from 'node:timers/promises';
import type { WebClient } from '@slack/web-api';
import type { PostOutcome } from '../../digest/ports.ts';
import type { Message } from '../messages/message.ts';
import { change, post } from '../posting.ts';
import type { Screen } from '../screen.ts';
import type { Spaced } from './spacing.ts';

/** Times that something is sent which Slack says it has not taken. */
const TRIES = 4;

/** Where an answer stands: a conversation, or a thread in it. */
export interface Place {
  readonly channel: string;
  readonly thread: string | undefined;
}

/**
 * Answers by one message for all who are there: the first word of progress posts it, whatever follows changes it. What
 * Slack has refused for now is sent again; a post that may have arrived never is.
 */
export function replyScreen(poster: WebClient, { channel, thread }: Place, spaced: Spaced): Screen {
  let shown: string | undefined;
  const bare = { unfurl_links: false, unfurl_media: false };
  const where = { channel, ...(thread === undefined ? {} : { thread_ts: thread }), ...bare };
  const show = (message: Message) =>
    spaced(channel, async () => {
      if (shown !== undefined) {
        const ts = shown;
        const changed = await persist(() => change(poster, { channel, ts, ...message }), true);
        if (changed.outcome === 'posted') return;
        if (!isGone(changed)) throw new Error(`Slack answered a change with ${changed.reason}`);
      }
      const posted = await persist(() => post(poster, { ...where, ...message }), false);
      if (posted.outcome !== 'posted') {
        throw new Error(`Slack answered a post to ${channel} with ${posted.reason}`);
      }
      shown = posted.ts;
    });
  return { progress: show, answer: show };
}

/** Somebody has deleted the word of progress. */
function isGone({ outcome, reason }: Exclude<PostOutcome, { outcome: 'posted' }>): boolean {
  return outcome === 'refused' && reason === 'message_not_found';
}

/** Tries again after what was refused for a time; after what may have been done only where that does no harm. */
async function persist(
  attempt: () => Promise<PostOutcome>,
  isHarmless: boolean,
): Promise<PostOutcome> {
  for (let left = TRIES; ; left -= 1) {
    const result = await attempt();
    if (result.outcome === 'posted' || left <= 1) return result;
    if (result.outcome === 'unknown' && isHarmless) continue;
    if (result.outcome === 'unknown' || result.retryAfter === undefined) return result;
    await pause(result.retryAfter * 1_000);
  }
}
