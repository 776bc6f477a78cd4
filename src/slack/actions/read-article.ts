import { refuse } from '../../news/refusal.ts';
import { answering } from '../answering.ts';
import type { Desk } from '../desk.ts';
import { showView } from '../screen.ts';
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
    await showView(pressed.client, pressed.body, articleView(article));
    return undefined;
  });
}
