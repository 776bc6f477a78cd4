import { isRefusal, type Refusal, refuse } from '../../news/refusal.ts';
import type { Topic } from '../../news/topic.ts';
import { type Answer, answering } from '../answering.ts';
import type { Desk } from '../desk.ts';
import { mayEdit } from '../editors.ts';
import { refreshHome } from '../home.ts';
import { topicRemoved } from '../messages/topics.ts';
import { showView } from '../screen.ts';
import { markOf } from '../topics/mark.ts';
import { allTopicsView } from '../views/all-topics.ts';
import { type FormOf, topicForm } from '../views/topic-form.ts';
import { TOPIC_LIST } from './ids.ts';
import { carriedBy, type Pressed } from './pressed.ts';

/** Opens the form for a new topic. */
export function openNewTopic(desk: Desk) {
  return answering(desk, async (pressed: Pressed) => {
    const refused = mayEdit(desk.editors, pressed.body.user.id);
    if (refused) return refused;
    await showForm(pressed);
    return undefined;
  });
}

/** Opens the form of a topic. */
export function openTopic(desk: Desk) {
  return answering(desk, async (pressed: Pressed) => {
    const topic =
      mayEdit(desk.editors, pressed.body.user.id) ?? (await topicCalled(desk, carriedBy(pressed)));
    if (isRefusal(topic)) return topic;
    await showForm(pressed, topic);
    return undefined;
  });
}

/** Opens the list of all topics, or turns its page. */
export function showTopics(desk: Desk) {
  return answering(desk, async (pressed: Pressed) => {
    const { client, body } = pressed;
    const view = allTopicsView(await desk.corpus.topics(), Number(carriedBy(pressed)));
    if (body.view?.callback_id === TOPIC_LIST) {
      await client.views.update({ view_id: body.view.id, view });
    } else await showView(client, body, view);
    return undefined;
  });
}

/** Removes a topic, and says which digests named it. */
export function removeTopicButton(desk: Desk) {
  return answering(desk, async (pressed: Pressed): Promise<Answer> => {
    const { client, body } = pressed;
    const topic =
      mayEdit(desk.editors, body.user.id) ?? (await topicCalled(desk, carriedBy(pressed)));
    if (isRefusal(topic)) return topic;
    const named = (await desk.corpus.subscriptions()).filter(({ topics }) =>
      topics.includes(topic.name),
    );
    if (!(await desk.corpus.removeTopic(topic.name))) return noTopic(topic.name);
    const list = listIn(body.view);
    const after = async () => {
      if (list) {
        const view = allTopicsView(await desk.corpus.topics(), list.from);
        await client.views.update({ view_id: list.view, view });
      }
      await refreshHome(desk, body.user.id);
    };
    return { message: topicRemoved(topic, named), after };
  });
}

/** Above the list, so that its reader comes back to it; in the place of any other modal. */
async function showForm({ client, body }: Pressed, topic?: Topic): Promise<void> {
  const list = listIn(body.view);
  const of: FormOf = { topic: topic ? { name: topic.name, mark: markOf(topic) } : null, list };
  const view = topicForm(of, topic);
  if (body.view?.type === 'modal' && !list) {
    await client.views.update({ view_id: body.view.id, view });
  } else await showView(client, body, view);
}

function listIn(view: Pressed['body']['view']): FormOf['list'] {
  if (view?.callback_id !== TOPIC_LIST) return null;
  return { view: view.id, from: Number(view.private_metadata) };
}

async function topicCalled(desk: Desk, name: string): Promise<Topic | Refusal> {
  return (await desk.corpus.topics()).find((topic) => topic.name === name) ?? noTopic(name);
}

function noTopic(name: string): Refusal {
  return refuse(`There is no topic “${name}” any more.`, 'Type /brief topics for those there are.');
}
