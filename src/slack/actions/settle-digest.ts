import { channelOf } from '../../digest/ledger.ts';
import { type Answer as SubscriberAnswer, settle } from '../../digest/settle.ts';
import { isRefusal, type Refusal } from '../../news/refusal.ts';
import { answering } from '../answering.ts';
import { resumeDigest } from '../commands/digest.ts';
import type { Desk } from '../desk.ts';
import { mayEdit } from '../editors.ts';
import { deliveredMessage } from '../messages/subscription.ts';
import { carriedBy, type Pressed } from './pressed.ts';

/** What the subscriber found in the channel, after Slack had left it open whether a digest arrived. */
export function settleDigest(desk: Desk, answer: SubscriberAnswer) {
  return answering(desk, async (pressed: Pressed) => {
    const id = carriedBy(pressed);
    const refused = await maySettle(desk, id, pressed.body.user.id);
    const delivery = refused ?? (await settle(desk.corpus, id, answer, desk.ports));
    return isRefusal(delivery) ? delivery : deliveredMessage({ kind: 'delivery', delivery });
  });
}

/** Whoever subscribed the channel was asked, and may answer; so may an editor. */
async function maySettle(desk: Desk, id: string, user: string): Promise<Refusal | undefined> {
  const subscriptions = await desk.corpus.subscriptions();
  const isAsked = subscriptions.some(({ channel, by }) => by === user && channel === channelOf(id));
  return isAsked ? undefined : mayEdit(desk.editors, user);
}

/** Lets a paused digest go on. */
export function resumeDigestButton(desk: Desk) {
  return answering(desk, (pressed: Pressed) =>
    resumeDigest(desk, carriedBy(pressed), pressed.body.user.id),
  );
}
