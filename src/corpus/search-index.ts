import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Article } from '../news/article.ts';
import type { Found } from './corpus.ts';
import { holdsPhrase, isOneWord, type Phrase } from './phrase.ts';
import { rememberingVerdicts, type Verdict } from './phrase-verdicts.ts';
import { newPostings, type PostingParts } from './postings.ts';
import { likeSpelled } from './spelling.ts';
import { numbersOf, plainText, tellingWords, wordsOf } from './words.ts';

/** Finds articles by their words; holds the newest revision of each. Scores are BM25. */
export interface SearchIndex {
  /** Takes an article in, in place of an earlier revision of it. */
  put(article: Article): void;
  drop(id: string): void;
  /** Whether it holds this very article. */
  holds(article: Article): boolean;
  /**
   * Looks into the texts that `byPhrases` has to know, with turns for others; what changes meanwhile may leave some to
   * it.
   */
  lookForPhrases(phrases: readonly Phrase[], wanted: (article: Article) => boolean): Promise<void>;
  /** Articles that hold any of the phrases; the texts of those not wanted are not looked at. */
  byPhrases(phrases: readonly Phrase[], wanted: (article: Article) => boolean): Found[];
  /** Articles that hold any of the telling words of a query; misspelt words count where no article has them. */
  byWords(query: string): Found[];
  /** What it is made of; to be taken before anything changes. */
  parts(): IndexParts;
}

/** An index as it is saved. */
export interface IndexParts extends PostingParts {
  /** In the order of their documents in the postings. */
  readonly articles: readonly Article[];
}

const TITLE_WEIGHT = 2;
/** For so long texts are looked into at a stretch, in milliseconds. */
const STRETCH_MS = 10;

function countsOf(article: Article): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const count = (text: string, weight: number) => {
    for (const word of wordsOf(plainText(text))) counts.set(word, (counts.get(word) ?? 0) + weight);
  };
  count(article.title ?? '', TITLE_WEIGHT);
  count(article.text, 1);
  return counts;
}

/** An empty index, or one that was saved. */
export function newIndex(saved?: IndexParts): SearchIndex {
  const postings = newPostings(saved);
  const indexed: (Article | undefined)[] = [...(saved?.articles ?? [])];
  const numbers = new Map(saved?.articles.map(({ id }, number) => [id, number]));

  function drop(id: string): void {
    const number = numbers.get(id);
    const article = number === undefined ? undefined : indexed[number];
    if (number === undefined || article === undefined) return;
    postings.remove(number, countsOf(article));
    indexed[number] = undefined;
    numbers.delete(id);
  }

  function put(article: Article): void {
    const before = numbers.get(article.id);
    const { title, text } = before === undefined ? {} : (indexed[before] ?? {});
    if (before !== undefined && title === article.title && text === article.text) {
      // What is known beside its words has changed.
      indexed[before] = article;
      return;
    }
    drop(article.id);
    const number = indexed.push(article) - 1;
    numbers.set(article.id, number);
    postings.add(number, countsOf(article));
  }

  function foundAt(number: number, score: number): Found[] {
    const article = indexed[number];
    return article === undefined ? [] : [{ article, score }];
  }

  function spellings(word: string): readonly (readonly [string, number])[] {
    const known = numbersOf(word).filter((form) => postings.has(form));
    return known.length > 0
      ? known.map((form) => [form, 0] as const)
      : likeSpelled(word, postings.words());
  }

  /** The document looked through last, for the next of its phrases. */
  let looked: { readonly number: number; readonly texts: readonly string[] } | undefined;
  const verdictOn = rememberingVerdicts((number, phrase) => {
    const { title, text } = indexed[number] ?? {};
    const texts =
      looked?.number === number ? looked.texts : [title ?? '', text ?? ''].map(plainText);
    looked = { number, texts };
    return texts.some((each) => holdsPhrase(each, phrase));
  });

  /** The documents that hold all words of any of the phrases: of which, and what tells whether in a row. */
  function likelyTo(phrases: readonly Phrase[]) {
    const likely = new Map<number, (readonly [Phrase, Verdict | undefined])[]>();
    for (const phrase of phrases) {
      const verdict = isOneWord(phrase) ? undefined : verdictOn(phrase);
      for (const number of postings.holdingAll(phrase.words)) {
        const held = likely.get(number);
        if (held === undefined) likely.set(number, [[phrase, verdict]]);
        else held.push([phrase, verdict]);
      }
    }
    return likely;
  }

  return {
    put,
    drop,
    holds: (article) => indexed[numbers.get(article.id) ?? -1] === article,
    async lookForPhrases(phrases, wanted) {
      let begun = performance.now();
      for (const [number, held] of likelyTo(phrases)) {
        const article = indexed[number];
        if (article === undefined || !wanted(article)) continue;
        for (const [, verdict] of held) verdict?.(number);
        if (performance.now() - begun < STRETCH_MS) continue;
        await nextTurn();
        begun = performance.now();
      }
      looked = undefined;
    },
    byPhrases(phrases, wanted) {
      const found: Found[] = [];
      for (const [number, held] of likelyTo(phrases)) {
        const article = indexed[number];
        if (article === undefined || !wanted(article)) continue;
        let score = 0;
        for (const [{ words }, verdict] of held) {
          if (verdict?.(number) === false) continue;
          for (const word of words) score += postings.scoreOf(word, number);
        }
        if (score > 0) found.push({ article, score });
      }
      looked = undefined;
      return found;
    },
    byWords(query) {
      const scores = new Float64Array(indexed.length);
      const found: number[] = [];
      for (const word of tellingWords(query)) {
        for (const [form, slips] of spellings(word)) {
          postings.score(form, (number, score) => {
            if (scores[number] === 0) found.push(number);
            scores[number] = (scores[number] ?? 0) + score / (1 + slips);
          });
        }
      }
      return found.flatMap((number) => foundAt(number, scores[number] ?? 0));
    },
    parts() {
      const documents = [...numbers.values()].sort((one, other) => one - other);
      const articles = documents.flatMap((number) => indexed[number] ?? []);
      return { articles, ...postings.parts(documents) };
    },
  };
}
