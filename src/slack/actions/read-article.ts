import { refuse } from '../../news/refusal.ts';
import { answering } from '../answering.ts';
import type { Desk } from '../desk.ts';
import { articleView } from '../views/article.ts';
import { carriedBy, type Pressed } from './pressed.ts';

/** Opens a stored article in a modal. */
export function readArticle(desk: Desk) {
  return answering(desk, async (pressed: Pressed) => {
    const article = await desk.corpus.article(carriedBy(pressed));
    if (!article) {
      return refuse(
        'That article is no longer in the corpus.',
        'It was removed since; ask for the brief again.',
      );
    }
    const { client, body } = pressed;
    const opened = { trigger_id: body.trigger_id, view: articleView(article) };
    // Above the modal it was pressed in, so that its reader comes back to it.
    if (body.view?.type === 'modal') await client.views.push(opened);
    else await client.views.open(opened);
    return undefined;
  });
}
