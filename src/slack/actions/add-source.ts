import { randomUUID } from 'node:crypto';
import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import { answering, answerOn } from '../answering.ts';
import type { Desk } from '../desk.ts';
import { mayEdit } from '../editors.ts';
import { escapeMrkdwn, note } from '../messages/message.ts';
import { modalScreen } from '../screen.ts';
import { add } from '../sources/answer.ts';
import { answerView } from '../views/answer.ts';
import { readSourceForm, sourceForm } from '../views/source-form.ts';
import type { Pressed } from './pressed.ts';

type Submitted = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;

/** Opens the form for an address, for whoever may add one. */
export function openSourceForm(desk: Desk) {
  return answering(desk, async ({ client, body }: Pressed) => {
    const refused = mayEdit(desk.editors, body.user.id);
    if (refused) return refused;
    await client.views.open({ trigger_id: body.trigger_id, view: sourceForm() });
    return undefined;
  });
}

/** Adds what was filled in. The modal shows what is wrong with it, then that it is looked at, then what became of it. */
export function addSource(desk: Desk) {
  return (submitted: Submitted): Promise<void> => desk.inFlight.track(take(desk, submitted));
}

async function take(desk: Desk, { ack, body, view, client }: Submitted): Promise<void> {
  const user = body.user.id;
  const asked = readSourceForm(view.state.values);
  const refused = mayEdit(desk.editors, user);
  if (refused) {
    const errors = { url: `${refused.refused} ${refused.next}` };
    return ack({ response_action: 'errors', errors });
  }
  if ('errors' in asked) return ack({ response_action: 'errors', errors: asked.errors });
  const externalId = randomUUID();
  const looking = answerView(note(`Looking at ${escapeMrkdwn(asked.url)} …`));
  await ack({ response_action: 'update', view: { ...looking, external_id: externalId } });
  const screen = modalScreen({ externalId }, client, user);
  await answerOn(desk, screen, (tell) => add(desk, asked, user, tell));
}
