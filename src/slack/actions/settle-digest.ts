import { type Answer as SubscriberAnswer, settle } from '../../digest/settle.ts';
import { isRefusal } from '../../news/refusal.ts';
import { answering } from '../answering.ts';
import { resumeDigest } from '../commands/digest.ts';
import type { Desk } from '../desk.ts';
import { deliveredMessage } from '../messages/subscription.ts';
import { carriedBy, type Pressed } from './pressed.ts';

/** What the subscriber found in the channel, after Slack had left it open whether a digest arrived. */
export function settleDigest(desk: Desk, answer: SubscriberAnswer) {
  return answering(desk, async (pressed: Pressed) => {
    const delivery = await settle(desk.corpus, carriedBy(pressed), answer, desk.ports);
    return isRefusal(delivery) ? delivery : deliveredMessage({ kind: 'delivery', delivery });
  });
}

/** Lets a paused digest go on. */
export function resumeDigestButton(desk: Desk) {
  return answering(desk, (pressed: Pressed) =>
    resumeDigest(desk, carriedBy(pressed), pressed.body.user.id),
  );
}
