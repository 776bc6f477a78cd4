/**
 * What to do about a refusal by Slack.
 * `retry`: soon, as told. `pause`: nothing more until somebody mended the channel. `stop`: the whole app.
 * `report`: tell, and let the next slot try afresh.
 */
export type Remedy = 'retry' | 'pause' | 'stop' | 'report';

/** Why a digest of which an article was removed is not posted: not Slack's code but ours, mended by composing afresh. */
export const ARTICLE_REMOVED = 'article_removed';

/** Why a digest is not posted whose every topic was removed: ours too, mended by whoever subscribed. */
export const TOPICS_REMOVED = 'topics_removed';

const RETRY = new Set([
  ARTICLE_REMOVED,
  'ratelimited',
  'rate_limited',
  'service_unavailable',
  'request_timeout',
  'team_added_to_org',
]);
const STOP = new Set([
  'token_revoked',
  'token_expired',
  'account_inactive',
  'invalid_auth',
  'not_authed',
  'missing_scope',
  'not_allowed_token_type',
]);
const CHANNEL = new Set(['channel_not_found', 'not_in_channel', 'is_archived']);

/** What the reason of a refusal asks for; a code never met before is reported. */
export function remedyFor(reason: string): Remedy {
  if (RETRY.has(reason)) return 'retry';
  if (STOP.has(reason)) return 'stop';
  const isPaused = reason === TOPICS_REMOVED || isOfChannel(reason);
  if (isPaused || reason.startsWith('restricted_action')) return 'pause';
  return 'report';
}

/** Whether nothing can be posted in the channel, whatever it is, until somebody has mended that. */
export function isOfChannel(reason: string): boolean {
  return CHANNEL.has(reason);
}
