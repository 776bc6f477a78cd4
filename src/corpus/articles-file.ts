import type { Article } from '../news/article.ts';
import { type JsonFile, type Known, type Layout, openFile, parsed } from './json-file.ts';
import { type ArticleKeeper, keptJson } from './kept-article.ts';
import { partsOfList, readableList, readablePart } from './readable-json.ts';
import { ARTICLES } from './shapes.ts';

/** A file of articles, revisions in the order in which they came in; what is read is kept by a keeper. */
export type ArticlesFile = JsonFile<readonly Article[]>;

/** Opens a file of articles, or none yet; one that is `known` is not read. Throws DamagedFile or StorageError. */
export function openArticlesFile(
  path: string,
  { keep }: ArticleKeeper,
  known?: Known<readonly Article[]>,
): Promise<ArticlesFile> {
  const layout: Layout<readonly Article[]> = {
    parse(text) {
      const articles = parsed(path, text, ARTICLES);
      const parts = partsOfList(text);
      // A file that somebody has edited may be laid out in another way.
      const isOurs = parts.length === articles.length;
      return articles.map((article, at) =>
        keep(article, (isOurs ? parts[at] : undefined) ?? readablePart(article)),
      );
    },
    print: (articles) => readableList(articles.map((one) => keptJson(one) ?? readablePart(one))),
  };
  return openFile(path, [], layout, known);
}
