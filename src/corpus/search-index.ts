import MiniSearch, { type Query } from 'minisearch';
import type { Article } from '../news/article.ts';
import { holdsPhrase, type Phrase } from './phrase.ts';
import { numbersOf, plainText, tellingWords, wordsOf } from './words.ts';

/** Finds articles by their words; holds the newest revision of each. Scores are BM25. */
export interface SearchIndex {
  /** Takes an article in, in place of an earlier revision of it. */
  put(article: Article): void;
  drop(id: string): void;
  /** Articles that hold any of the phrases, by id. */
  byPhrases(phrases: readonly Phrase[]): ReadonlyMap<string, number>;
  /** Articles that hold any of the telling words of a query, by id; misspelt words count where no article has them. */
  byWords(query: string): ReadonlyMap<string, number>;
}

const EXACT = { fuzzy: false, prefix: false } as const;

/** Builds the index without holding up the event loop for long. */
export async function indexArticles(
  articles: readonly Article[],
  newest: (id: string) => Article | undefined,
): Promise<SearchIndex> {
  const index = new MiniSearch<Article>({
    fields: ['title', 'text'],
    tokenize: (text) => [...wordsOf(plainText(text))],
    processTerm: (word) => word,
    searchOptions: { boost: { title: 2 } },
  });
  await index.addAllAsync(articles, { chunkSize: 20 });

  function scores(query: Query): Map<string, number> {
    return new Map(index.search(query, EXACT).map(({ id, score }) => [id, score]));
  }

  function holds(id: string, phrase: Phrase): boolean {
    const article = newest(id);
    if (article === undefined) return false;
    return [article.title ?? '', article.text].some((part) => holdsPhrase(plainText(part), phrase));
  }

  function forgiving(word: string): Query {
    const spellings = numbersOf(word);
    const known = spellings.some((spelling) => scores(spelling).size > 0);
    // A number is never misspelt into another one.
    if (known || !/^\p{L}{4,}$/u.test(word)) {
      return { combineWith: 'OR', queries: [...spellings], ...EXACT };
    }
    return { combineWith: 'OR', queries: [word], fuzzy: 0.25, maxFuzzy: 2, prefix: false };
  }

  return {
    put(article) {
      if (index.has(article.id)) index.replace(article);
      else index.add(article);
    },
    drop(id) {
      if (index.has(id)) index.discard(id);
    },
    byPhrases(phrases) {
      const found = new Map<string, number>();
      for (const phrase of phrases) {
        const isOneWord = phrase.words[0] === phrase.plain;
        for (const [id, score] of scores({ combineWith: 'AND', queries: [...phrase.words] })) {
          if (isOneWord || holds(id, phrase)) found.set(id, (found.get(id) ?? 0) + score);
        }
      }
      return found;
    },
    byWords(query) {
      return scores({ combineWith: 'OR', queries: tellingWords(query).map(forgiving) });
    },
  };
}
