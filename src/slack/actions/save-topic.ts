import { randomUUID } from 'node:crypto';
import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import { reachOf } from '../../briefing/topic-reach.ts';
import { putTopic } from '../../ingest/topics/put-topic.ts';
import { refuse } from '../../news/refusal.ts';
import type { Topic } from '../../news/topic.ts';
import { type Answer, answerOn } from '../answering.ts';
import type { Desk } from '../desk.ts';
import { mayEdit } from '../editors.ts';
import { refreshHome } from '../home.ts';
import { escapeMrkdwn, note } from '../messages/message.ts';
import { topicSaved } from '../messages/topics.ts';
import { modalScreen } from '../screen.ts';
import { markOf } from '../topics/mark.ts';
import { allTopicsView } from '../views/all-topics.ts';
import { answerView } from '../views/answer.ts';
import { type FormOf, formErrors, readTopicForm } from '../views/topic-form.ts';

type Submitted = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;

/** Saves a topic as it was filled in. The form shows what is wrong with it; the modal then, what the topic finds. */
export function saveTopic(desk: Desk) {
  return (submitted: Submitted): Promise<void> => desk.inFlight.track(take(desk, submitted));
}

async function take(desk: Desk, { ack, body, view, client }: Submitted): Promise<void> {
  const user = body.user.id;
  const { of, topic } = readTopicForm(view);
  const refused = mayEdit(desk.editors, user);
  const errors = refused
    ? { title: `${refused.refused} ${refused.next}` }
    : (formErrors(topic) ?? (await meanwhile(desk, of, topic)));
  if (errors) return ack({ response_action: 'errors', errors });
  const externalId = randomUUID();
  const saving = answerView(note(`Saving “${escapeMrkdwn(topic.title)}” …`));
  await ack({ response_action: 'update', view: { ...saving, external_id: externalId } });
  await answerOn(desk, modalScreen({ externalId }, client, user), async (): Promise<Answer> => {
    const where = of.topic ? 'known' : 'new';
    if (!(await putTopic(desk.corpus, { topic, where }))) return overtaken(topic);
    const after = async () => {
      if (of.list) {
        const list = allTopicsView(await desk.corpus.topics(), of.list.from);
        // Whoever has closed it needs it no more.
        await client.views.update({ view_id: of.list.view, view: list }).catch(() => {});
      }
      await refreshHome(desk, user);
    };
    return {
      message: topicSaved(topic, await reachOf(desk.corpus, topic), of.list !== null),
      after,
    };
  });
}

/** What others did that a form does not know of, by field; undefined where nothing. */
async function meanwhile(
  desk: Desk,
  { topic: opened }: FormOf,
  { name }: Topic,
): Promise<Record<string, string> | undefined> {
  const now = (await desk.corpus.topics()).find((topic) => topic.name === name);
  if (opened === null) {
    return (
      now && { name: `There is a topic “${name}” already. Edit that one, or choose another name.` }
    );
  }
  if (now && markOf(now) === opened.mark) return undefined;
  return {
    title: now
      ? 'Somebody has changed this topic since you opened it. Copy what you typed, close this and open it again.'
      : 'Somebody has removed this topic since you opened it. Copy what you typed, close this and add it as a new one.',
  };
}

function overtaken({ name }: Topic) {
  return refuse(
    `The topic “${name}” was added or removed by somebody else at the same moment.`,
    'Type /brief topics to see what there is now.',
  );
}
