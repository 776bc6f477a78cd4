import { ARTICLE_REMOVED, remedyFor, TOPICS_REMOVED } from '../../digest/remedy.ts';
import { noTopicLeft } from '../../digest/wanted-topics.ts';
import type { Delivery } from '../../news/delivery.ts';
import { type Refusal, refuse } from '../../news/refusal.ts';

/** Why a digest was not posted to its channel, and what its subscriber can do. */
export function refusedPost({ channel, reason }: Delivery): Refusal {
  const failed = `The digest for ${channel} could not be posted`;
  const resume = 'Then type /digest on there.';
  switch (reason) {
    case 'channel_not_found':
      return refuse(
        `${failed}: the channel is gone, or I was removed from it.`,
        `If it still exists, type /invite @Briefing in it. ${resume}`,
      );
    case 'not_in_channel':
      return refuse(
        `${failed}: I am not in that channel.`,
        `Type /invite @Briefing in it. ${resume}`,
      );
    case 'is_archived':
      return refuse(`${failed}: the channel is archived.`, `Unarchive it. ${resume}`);
    case ARTICLE_REMOVED:
      return refuse(
        `The digest for ${channel} was not posted: an article in it has been removed since.`,
        'There is nothing to do: the next digest holds what remains of it.',
      );
    case TOPICS_REMOVED:
      return noTopicLeft(channel);
    default:
      return byRemedy(failed, resume, reason ?? '');
  }
}

function byRemedy(failed: string, resume: string, reason: string): Refusal {
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
