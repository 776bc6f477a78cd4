import { WebAPIPlatformError, WebAPIRateLimitedError, type WebClient } from '@slack/web-api';
import type { LookUp, LookUpOutcome, Ports, Post } from '../digest/ports.ts';
import type { Delivery } from '../news/delivery.ts';
import type { Limits } from './limits.ts';
import type { ArticlePage } from './links.ts';
import { digestMessage } from './messages/digest.ts';
import { threadMessage } from './messages/digest-thread.ts';
import type { Message } from './messages/message.ts';
import { openQuestionMessage, problemMessage } from './messages/problem.ts';
import { post } from './posting.ts';

const EVENT_TYPE = 'briefing_digest';
/** How much earlier than the claim a message may be stamped: our clock may be ahead of Slack's, by hours if nobody set it. */
const CLOCK_SKEW_SECONDS = 24 * 3_600;
/** A channel busier than this many pages since the claim is not searched to the end. */
const MOST_PAGES = 10;
/** Answers that say nothing of what was granted. */
const NOT_NOW = new Set(['ratelimited', 'internal_error', 'fatal_error', 'service_unavailable']);

/** A subscriber who was told much just now is told the rest later, in milliseconds: it must hold up no digest. */
const PATIENCE_TO_TELL = 3_000;

/**
 * What delivering a digest asks of Slack; `poster` must not retry by itself, `limits` its app's. `inTurn` stands before
 * each post of a digest, once its time has come.
 */
export function deliveringPorts(
  poster: WebClient,
  page: ArticlePage | undefined,
  limits: Limits,
  inTurn: (post: Post) => Post = (post) => post,
): Pick<Ports, 'post' | 'lookUp' | 'tell' | 'ask'> {
  const say = (to: string, message: Message) =>
    limits.send(to, () => post(poster, { channel: to, ...message }), PATIENCE_TO_TELL);
  const postNow = inTurn(async (delivery, claim) => {
    await claim();
    return post(poster, {
      channel: delivery.channel,
      ...(delivery.part === undefined
        ? digestMessage(delivery, page)
        : threadMessage(delivery.digest, page)),
      ...(delivery.threadTs !== undefined && { thread_ts: delivery.threadTs }),
      metadata: { event_type: EVENT_TYPE, event_payload: { delivery: delivery.id } },
    });
  });
  return {
    post: (delivery, claim) => limits.send(delivery.channel, () => postNow(delivery, claim)),
    lookUp: lookUpDigest(poster, limits),
    tell: (problem) => say(problem.to, problemMessage(problem)),
    ask: (open) => say(open.to, openQuestionMessage(open)),
  };
}

/** Looks for a delivery in its channel's history, where that scope was granted; not while Slack wants no questions. */
function lookUpDigest(client: WebClient, limits: Limits): LookUp {
  return async (delivery) => {
    if (!limits.mayLook()) return { outcome: 'not-now' };
    try {
      return await search(client, delivery);
    } catch (error) {
      if (error instanceof WebAPIRateLimitedError) limits.lookNoMore(error.retryAfter);
      if (!(error instanceof WebAPIPlatformError)) return { outcome: 'not-now' };
      return { outcome: NOT_NOW.has(error.data.error) ? 'not-now' : 'cannot-look' };
    }
  };
}

async function search(client: WebClient, delivery: Delivery): Promise<LookUpOutcome> {
  const oldest = String(Date.parse(delivery.at) / 1000 - CLOCK_SKEW_SECONDS);
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const where = { channel: delivery.channel, oldest, limit: 200, include_all_metadata: true };
    const { threadTs: ts } = delivery;
    const asked = { ...where, ...(cursor ? { cursor } : {}) };
    const { messages = [], response_metadata } =
      ts === undefined
        ? await client.conversations.history(asked)
        : await client.conversations.replies({ ...asked, ts });
    const found = messages.find(({ metadata }) => isOf(delivery, metadata));
    if (found?.ts) return { outcome: 'found', ts: found.ts };
    cursor = response_metadata?.next_cursor;
    if (!cursor) return { outcome: 'absent' };
  }
  return { outcome: 'cannot-look' };
}

interface Metadata {
  readonly event_type?: string;
  readonly event_payload?: unknown;
}

function isOf(delivery: Delivery, metadata: Metadata | undefined): boolean {
  if (metadata?.event_type !== EVENT_TYPE) return false;
  const payload = metadata.event_payload;
  return (
    typeof payload === 'object' &&
    payload !== null &&
    'delivery' in payload &&
    payload.delivery === delivery.id
  );
}
