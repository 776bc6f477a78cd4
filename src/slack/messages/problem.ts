import type { OpenQuestion, Problem } from '../../digest/ports.ts';
import type { Delivery } from '../../news/delivery.ts';
import { DIGEST_IS_THERE, DIGEST_POST_IT, RESUME_DIGEST } from '../actions/ids.ts';
import { type Block, buttons, context, escapeMrkdwn, type Message, paragraph } from './message.ts';
import { sayPlace } from './place.ts';
import { refusalMessage } from './refusal.ts';
import { refusedPost } from './refused-post.ts';

/** A digest that Slack refused, for whoever subscribed the channel. */
export function problemMessage({ delivery, paused }: Problem): Message {
  const { text, blocks } = refusalMessage(refusedPost(delivery));
  const resume = { label: 'Resume', action: RESUME_DIGEST, value: delivery.channel };
  return { text, blocks: paused ? [...blocks, buttons([resume])] : blocks };
}

/** A digest that may or may not have arrived: the subscriber can see what Slack would not say. */
export function openQuestionMessage({ delivery }: OpenQuestion): Message {
  const thing = delivery.part === undefined ? 'a digest' : 'the rest of a digest, in its thread,';
  const what = `I posted ${thing} to ${sayPlace(delivery.channel)}, and Slack did not say whether it arrived.`;
  const first = delivery.digest.stories[0]?.line.text;
  return {
    text: `${what} Is it there?`,
    blocks: [
      paragraph(`${what} *Is it there?*`),
      ...(first ? [context(`It begins: ${escapeMrkdwn(first)}`)] : []),
      settleButtons(delivery),
    ],
  };
}

/** The two answers that settle a delivery. */
export function settleButtons({ id }: Delivery): Block {
  return buttons([
    { label: "It's there", action: DIGEST_IS_THERE, value: id },
    { label: 'Post it', action: DIGEST_POST_IT, value: id },
  ]);
}
