import type { NewArticle } from '../corpus/corpus.ts';
import type { ArticleText } from '../news/article.ts';
import { isRefusal, type Refusal, refuse } from '../news/refusal.ts';
import { readText } from '../reading/read.ts';
import { articleId, type Origin } from './article-id.ts';

const LONGEST_TEXT = 1_000_000;

/** An article that has come to its paragraphs and is still to be read. */
export type UnreadArticle = Omit<NewArticle, 'reading'>;

/** An article to read; the same origin gives the same id. `name` is what a refusal names. */
export function unreadArticle(name: string, origin: Origin): UnreadArticle | Refusal {
  if (!/[\p{L}\p{N}]/u.test(origin.text)) {
    return refuse(`${name} holds no text.`, 'Check that the article itself was saved.');
  }
  if (origin.text.length > LONGEST_TEXT) {
    return refuse(
      `${name} is longer than ${LONGEST_TEXT.toLocaleString('en')} characters.`,
      'Split it into the articles it holds.',
    );
  }
  const { titleDeclared: _, mark: __, ...article } = origin;
  const text: ArticleText = article;
  return { id: articleId(origin), ...text };
}

/** Reads an article, where there is one. */
export function readArticle(article: UnreadArticle | Refusal): NewArticle | Refusal {
  return isRefusal(article) ? article : { ...article, reading: readText(article) };
}
