import { WebAPIPlatformError, type WebClient } from '@slack/web-api';
import type {
  LookUp,
  LookUpOutcome,
  OpenQuestion,
  Post,
  PostOutcome,
  Problem,
} from '../digest/ports.ts';
import type { Delivery } from '../news/delivery.ts';
import type { ArticlePage } from './links.ts';
import { digestMessage } from './messages/digest.ts';
import { threadMessage } from './messages/digest-thread.ts';
import { openQuestionMessage, problemMessage } from './messages/problem.ts';
import { post } from './posting.ts';

const EVENT_TYPE = 'briefing_digest';
/** How much earlier than the claim a message may be stamped: our clock may be ahead of Slack's, by hours if nobody set it. */
const CLOCK_SKEW_SECONDS = 24 * 3_600;
/** A channel busier than this many pages since the claim is not searched to the end. */
const MOST_PAGES = 10;
/** Answers that say nothing of what was granted. */
const NOT_NOW = new Set(['ratelimited', 'internal_error', 'fatal_error', 'service_unavailable']);

/** Posts a delivery's digest, or what stands in its thread, with the delivery's id in the message's metadata. */
export function postDigest(poster: WebClient, page: ArticlePage | undefined): Post {
  return (delivery) =>
    post(poster, {
      channel: delivery.channel,
      ...(delivery.part === undefined
        ? digestMessage(delivery, page)
        : threadMessage(delivery.digest, page)),
      ...(delivery.threadTs !== undefined && { thread_ts: delivery.threadTs }),
      metadata: { event_type: EVENT_TYPE, event_payload: { delivery: delivery.id } },
    });
}

/** Looks for a delivery in its channel's history, where that scope was granted. */
export function lookUpDigest(client: WebClient): LookUp {
  return async (delivery) => {
    try {
      return await search(client, delivery);
    } catch (error) {
      if (!(error instanceof WebAPIPlatformError)) return { outcome: 'not-now' };
      return { outcome: NOT_NOW.has(error.data.error) ? 'not-now' : 'cannot-look' };
    }
  };
}

/** Tells a subscriber of a refused digest. */
export function tellProblem(poster: WebClient): (problem: Problem) => Promise<PostOutcome> {
  return (problem) => post(poster, { channel: problem.to, ...problemMessage(problem) });
}

/** Asks a subscriber whether a digest is there. */
export function askSubscriber(poster: WebClient): (open: OpenQuestion) => Promise<PostOutcome> {
  return (open) => post(poster, { channel: open.to, ...openQuestionMessage(open) });
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
