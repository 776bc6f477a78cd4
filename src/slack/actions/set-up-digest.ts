import { randomUUID } from 'node:crypto';
import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import { subscribe } from '../../digest/subscribe.ts';
import { isRefusal } from '../../news/refusal.ts';
import { type Answer, answering, answerOn } from '../answering.ts';
import { showStatus } from '../commands/digest.ts';
import type { Desk } from '../desk.ts';
import { mayEditDigest } from '../editors.ts';
import { refreshHome } from '../home.ts';
import { note } from '../messages/message.ts';
import { modalScreen } from '../screen.ts';
import { usualZone } from '../usual-zone.ts';
import { answerView } from '../views/answer.ts';
import { digestForm, readDigestForm } from '../views/digest-form.ts';
import { ANY_CHANNEL } from './ids.ts';
import { carriedBy, type Pressed } from './pressed.ts';

type Submitted = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;

/** Opens the form for a digest, for whoever may change it. */
export function openDigestForm(desk: Desk) {
  return answering(desk, async (pressed: Pressed): Promise<Answer> => {
    const { client, body } = pressed;
    const carried = carriedBy(pressed);
    const channel = carried === ANY_CHANNEL ? null : carried;
    const refused = mayEditDigest(desk.editors, body.user.id, channel);
    if (refused) return refused;
    const view = digestForm({
      channel,
      subscription: channel === null ? undefined : await desk.corpus.subscription(channel),
      zone: await usualZone(desk, body.user.id),
      topics: await desk.corpus.topics(),
      today: desk.ports.clock().slice(0, 10),
    });
    await client.views.open({ trigger_id: body.trigger_id, view });
    return undefined;
  });
}

/** Subscribes as was filled in. The modal shows what is wrong with it, or where the digest then stands. */
export function setUpDigest(desk: Desk) {
  return (submitted: Submitted): Promise<void> => desk.inFlight.track(take(desk, submitted));
}

async function take(desk: Desk, { ack, body, view, client }: Submitted): Promise<void> {
  const user = body.user.id;
  const today = desk.ports.clock().slice(0, 10);
  const wish = readDigestForm(view.state.values, user, view.private_metadata, today);
  if ('errors' in wish) return ack({ response_action: 'errors', errors: wish.errors });
  const refused = mayEditDigest(desk.editors, user, wish.channel);
  if (refused) {
    const errors = { times: `${refused.refused} ${refused.next}` };
    return ack({ response_action: 'errors', errors });
  }
  const externalId = randomUUID();
  // The channel's digest may be under way, and Slack waits three seconds.
  const saving = { ...answerView(note('Saving …')), external_id: externalId };
  await ack({ response_action: 'update', view: saving });
  await answerOn(desk, modalScreen({ externalId }, client, user), async () => {
    const done = await subscribe(desk.corpus, wish, desk.ports);
    return isRefusal(done) ? done : showStatus(desk, wish.channel);
  });
  await refreshHome(desk, user);
}
