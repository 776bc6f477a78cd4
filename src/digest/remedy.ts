import { type Refusal, refuse } from '../news/refusal.ts';

/**
 * What to do about a refusal by Slack.
 * `retry`: soon, as told. `pause`: nothing more until somebody mended the channel. `stop`: the whole app.
 * `report`: tell, and let the next slot try afresh.
 */
export type Remedy = 'retry' | 'pause' | 'stop' | 'report';

/** Why a digest of which an article was removed is not posted: not Slack's code but ours, mended by composing afresh. */
export const ARTICLE_REMOVED = 'article_removed';

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
const PAUSE = new Set(['channel_not_found', 'not_in_channel', 'is_archived']);

/** What the reason of a refusal asks for; a code never met before is reported. */
export function remedyFor(reason: string): Remedy {
  if (RETRY.has(reason)) return 'retry';
  if (STOP.has(reason)) return 'stop';
  if (PAUSE.has(reason) || reason.startsWith('restricted_action')) return 'pause';
  return 'report';
}

/** Why a digest could not be posted to a channel, and what its subscriber can do. */
export function explain(channel: string, reason: string): Refusal {
  const resume = 'Then type /digest on there.';
  switch (reason) {
    case 'channel_not_found':
      return refuse(
        `The digest for ${channel} could not be posted: the channel is gone, or I was removed from it.`,
        `If it still exists, type /invite @Briefing in it. ${resume}`,
      );
    case 'not_in_channel':
      return refuse(
        `The digest for ${channel} could not be posted: I am not in that channel.`,
        `Type /invite @Briefing in it. ${resume}`,
      );
    case 'is_archived':
      return refuse(
        `The digest for ${channel} could not be posted: the channel is archived.`,
        `Unarchive it. ${resume}`,
      );
    default:
      break;
  }
  const failed = `The digest for ${channel} could not be posted`;
  switch (remedyFor(reason)) {
    case 'pause':
      return refuse(
        `${failed}: I may not post there (${reason}).`,
        `Ask an admin of the workspace to let me post in it. ${resume}`,
      );
    case 'retry':
      return refuse(
        `${failed} yet: Slack is busy (${reason}).`,
        'There is nothing to do: I try again soon, and until it works.',
      );
    case 'stop':
      return refuse(
        `${failed}: Slack no longer lets me in (${reason}).`,
        'Whoever runs the bot has to install the app again and start it. Nothing is lost until then.',
      );
    case 'report':
      return refuse(
        `${failed}: Slack answered "${reason}".`,
        'Nothing is lost: the next digest holds what this one would have. If it happens again, ask whoever runs the bot to look into its log.',
      );
  }
}
