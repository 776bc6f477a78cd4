import { refuse } from '../../news/refusal.ts';
import { answering } from '../answering.ts';
import type { Desk } from '../desk.ts';
import { mayEdit } from '../editors.ts';
import { refreshHome } from '../home.ts';
import { escapeMrkdwn, note, shorten } from '../messages/message.ts';
import { sayTitle } from '../messages/name.ts';
import { carriedBy, type Pressed } from './pressed.ts';

/** Takes an article out of the library, for whoever may add one. */
export function removeArticle(desk: Desk) {
  return answering(desk, async (pressed: Pressed) => {
    const user = pressed.body.user.id;
    const refused = mayEdit(desk.editors, user);
    if (refused) return refused;
    const article = await desk.corpus.article(carriedBy(pressed));
    if (!article || !(await desk.corpus.remove(article.id))) {
      return refuse('That article is no longer in the library.', 'It was removed before.');
    }
    const title = escapeMrkdwn(shorten(sayTitle(article.title), 200));
    const message = note(`“${title}” is no longer in the library. Briefs have forgotten it.`);
    return { message, after: () => refreshHome(desk, user) };
  });
}
