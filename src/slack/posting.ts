import {
  type ChatPostMessageArguments,
  type ChatUpdateArguments,
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
  type WebClient,
} from '@slack/web-api';
import type { PostOutcome } from '../digest/ports.ts';

/** Slack's answers that leave open whether the message was posted; the HTTP statuses of 500 and up do too. */
const AMBIGUOUS = new Set(['fatal_error', 'internal_error']);
/** Failures of the network before anything was sent. */
const NEVER_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
]);

/** Posts a message once and says what became of it; `poster` must not retry by itself. */
export async function post(
  poster: WebClient,
  message: ChatPostMessageArguments,
): Promise<PostOutcome> {
  try {
    const { ts } = await poster.chat.postMessage({
      unfurl_links: false,
      unfurl_media: false,
      ...message,
    });
    return ts ? { outcome: 'posted', ts } : { outcome: 'unknown', reason: 'no ts in the answer' };
  } catch (error) {
    return outcomeOf(error);
  }
}

/** Changes a message once and says what became of it; changing it again to the same does no harm. */
export async function change(
  poster: WebClient,
  message: ChatUpdateArguments,
): Promise<PostOutcome> {
  try {
    await poster.chat.update(message);
    return { outcome: 'posted', ts: message.ts };
  } catch (error) {
    return outcomeOf(error);
  }
}

function outcomeOf(error: unknown): PostOutcome {
  if (error instanceof WebAPIRateLimitedError) {
    return { outcome: 'refused', reason: 'ratelimited', retryAfter: error.retryAfter };
  }
  if (error instanceof WebAPIPlatformError) {
    const reason = error.data.error;
    return { outcome: AMBIGUOUS.has(reason) ? 'unknown' : 'refused', reason };
  }
  if (error instanceof WebAPIHTTPError) {
    return { outcome: 'unknown', reason: `http_${error.statusCode}` };
  }
  if (error instanceof WebAPIRequestError) {
    const code = causeCode(error.original);
    return NEVER_SENT.has(code)
      ? { outcome: 'refused', reason: 'service_unavailable', retryAfter: 30 }
      : { outcome: 'unknown', reason: code || 'request_timeout' };
  }
  throw error;
}

function causeCode(error: unknown): string {
  if (!(error instanceof Error)) return '';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return causeCode(error.cause);
}
