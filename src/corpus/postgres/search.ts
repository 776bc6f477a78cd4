import { bestFirst } from '../best-first.ts';
import type { Found, Search, Unlimited } from '../corpus.ts';
import { holdsPhrase, isOneWord, type Phrase, phraseOf } from '../phrase.ts';
import { rarity } from '../postings.ts';
import { newestDay, publishedDay } from '../published-day.ts';
import { likeSpelled } from '../spelling.ts';
import { numbersOf, tellingWords } from '../words.ts';
import type { Bodies, RevisionRow } from './bodies.ts';
import type { Query } from './database.ts';
import {
  anyOf,
  anywhere,
  inARow,
  normOf,
  rankOf,
  type Values,
  values,
  type Weighed,
} from './ranking.ts';
import { lexemeOf } from './vector.ts';
import { countsOf, wordsLike } from './vocabulary.ts';

/** What a search comes to, once the vocabulary has been asked. */
interface Sought {
  /** Phrases that may be found, with what each counts; undefined where none was asked for. */
  readonly phrases: readonly (Phrase & { readonly weighed: readonly Weighed[] })[] | undefined;
  readonly words: readonly Weighed[] | undefined;
  /** One by the mean length of an article. */
  readonly perWord: number;
  /** Whether there are articles of which not every place of every word is kept. */
  readonly anyCut: boolean;
}

interface Row extends RevisionRow {
  readonly day: string | null;
  readonly score: number;
  /** What each phrase counts in it; nothing where its words don't stand there in a row. Null where none was sought. */
  readonly parts: readonly number[] | null;
  /** Whether it is among the best, and not only among the best of the newer. */
  readonly is_best: boolean;
}

/** The articles that meet a search, best first: what the index in memory finds, in the same order. */
export async function findArticles(
  sql: Query,
  bodies: Bodies,
  search: Search,
): Promise<readonly Found[]> {
  const sought = await prepare(sql, search);
  const { limit } = search;
  if (sought === undefined || (limit !== undefined && limit <= 0)) return [];
  for (let most = limit; ; most = most && most * 2) {
    const rows = await ask(sql, search, sought, most);
    const firstRows = rows.filter((row) => row.is_best);
    const found = await checked(sql, bodies, rows, sought);
    const isFirst = new Set(firstRows.map(({ arrival }) => arrival));
    const first = found.filter(({ article }) => isFirst.has(article.arrival));
    const isAll = most === undefined || firstRows.length < most;
    if (limit !== undefined && !isAll && !isSettled(first, firstRows, limit, sought)) continue;
    const best = first.slice(0, limit);
    const { newer = 0 } = search;
    if (limit === undefined || newer <= 0 || best.length < limit) return best;
    // Whatever was left out as it did not hold a phrase may have been the newest, or in another's place.
    if (found.length === rows.length && most === limit) return found;
    const since = newestDay(best.map(({ article }) => article));
    const { newer: _, ...newest } = { ...search, publishedSince: since, limit: newer };
    const ids = new Set(best.map(({ article }) => article.id));
    const asNew = await findArticles(sql, bodies, newest);
    return [...best, ...asNew.filter(({ article }) => !ids.has(article.id))];
  }
}

/** So many texts are looked into at a stretch where all that meets a search is counted. */
const AT_A_TIME = 200;

/** The day of publication of every article that meets a search; null for an undated one. */
export async function daysOf(
  sql: Query,
  bodies: Bodies,
  search: Unlimited,
): Promise<readonly (string | null)[]> {
  const sought = await prepare(sql, search);
  if (sought === undefined) return [];
  const rows = await ask(sql, search, sought, undefined);
  const isCertain = ({ parts }: Row) =>
    sought.phrases?.some((phrase, at) => isOneWord(phrase) && parts?.[at]) ?? true;
  const days = rows.filter(isCertain).map(({ day }) => day);
  const others = rows.filter((row) => !isCertain(row));
  for (let from = 0; from < others.length; from += AT_A_TIME) {
    const found = await checked(sql, bodies, others.slice(from, from + AT_A_TIME), sought);
    for (const { article } of found) days.push(publishedDay(article.publishedAt) ?? null);
  }
  return days;
}

async function prepare(sql: Query, search: Search): Promise<Sought | undefined> {
  const typed = search.phrases?.flatMap((phrase) => phraseOf(phrase) ?? []);
  const telling = search.words === undefined ? undefined : tellingWords(search.words);
  if (typed?.length === 0 || telling?.length === 0) return undefined;
  if (typed === undefined && telling === undefined) {
    return { phrases: undefined, words: undefined, perWord: 0, anyCut: false };
  }
  const forms = telling?.flatMap((word) => numbersOf(word)) ?? [];
  const looked = [...(typed?.flatMap(({ words }) => words) ?? []), ...forms].map(lexemeOf);
  const [state] = await sql<{ articles: number; words: number; any_cut: boolean }[]>`
    SELECT articles, words, EXISTS (SELECT FROM articles WHERE NOT is_whole) AS any_cut FROM corpus`;
  if (state === undefined || state.words === 0) return undefined;
  const all = new Map(await countsOf(sql, looked));
  const weightOf = (word: string) => rarity(state.articles, all.get(lexemeOf(word)) ?? 0);
  const phrases = typed
    ?.filter(({ words }) => words.every((word) => all.has(lexemeOf(word))))
    .map((phrase) => ({
      ...phrase,
      weighed: phrase.words.map((word) => ({ word, weight: weightOf(word) })),
    }));
  const words: Weighed[] = [];
  for (const word of telling ?? []) {
    const known = numbersOf(word).filter((form) => all.has(lexemeOf(form)));
    if (known.length > 0) {
      words.push(...known.map((form) => ({ word: form, weight: weightOf(form) })));
      continue;
    }
    const meant = likeSpelled(word, await wordsLike(sql, word));
    for (const [form, count] of await countsOf(
      sql,
      meant.map(([form]) => form),
    ))
      all.set(form, count);
    words.push(
      ...meant.map(([form, slips]) => ({ word: form, weight: weightOf(form) / (1 + slips) })),
    );
  }
  if (phrases?.length === 0 || (telling !== undefined && words.length === 0)) return undefined;
  return {
    phrases,
    words: telling && words,
    perWord: state.articles / state.words,
    anyCut: state.any_cut,
  };
}

/** Asks for articles in which the words of the phrases stand in a row, and for what each counts. */
function ask(
  sql: Query,
  search: Search,
  { phrases, words, perWord, anyCut }: Sought,
  most: number | undefined,
): Promise<readonly Row[]> {
  const give = values();
  const holds = (phrase: Phrase) => {
    const inRow = `a.words @@ ${give.put(inARow(phrase), 'tsquery')}`;
    if (!anyCut) return inRow;
    return `(${inRow} OR NOT a.is_whole AND a.words @@ ${give.put(anywhere(phrase), 'tsquery')})`;
  };
  const parts = (phrases ?? []).map(
    (phrase) => `CASE WHEN ${holds(phrase)} THEN ${rankOf(phrase.weighed, give)} ELSE 0 END`,
  );
  const score = words === undefined ? '0' : rankOf(words, give);
  const conditions = within(search, give);
  if (words !== undefined) conditions.push(`a.words @@ ${give.put(anyOf(words), 'tsquery')}`);
  if (phrases !== undefined) {
    const any = (queryOf: (phrase: Phrase) => string) =>
      give.put(phrases.map((phrase) => `(${queryOf(phrase)})`).join(' | '), 'tsquery');
    const cut = anyCut ? ` OR NOT a.is_whole AND a.words @@ ${any(anywhere)}` : '';
    conditions.push(`(a.words @@ ${any(inARow)}${cut})`);
  }
  const isByPhrases = words === undefined && phrases !== undefined;
  const total = isByPhrases
    ? '(SELECT coalesce(sum(part), 0) FROM unnest(parts) AS part)'
    : 'score';
  const order = 'score DESC, day DESC NULLS LAST, arrival DESC';
  const upTo = most === undefined ? '' : `LIMIT ${give.put(most, 'bigint')}`;
  // What is rated once serves for both: rating takes nearly all the time.
  const newer = (count: number) => `
    UNION ALL (
      SELECT newer.*, false AS is_best FROM (
        SELECT * FROM rated
        WHERE day >= (SELECT coalesce(max(day), '1970-01-01') FROM best)
        ORDER BY ${order} LIMIT ${give.put(count, 'bigint')}
      ) AS newer WHERE arrival NOT IN (SELECT arrival FROM best)
    )`;
  return sql.text<Row[]>(
    `WITH rated AS (
      SELECT arrival, day, parts, ${total} AS score
      FROM (
        SELECT a.arrival, a.day, ${score}::float8 AS score,
          ${parts.length === 0 ? 'NULL' : `ARRAY[${parts.join(', ')}]`}::float8[] AS parts
        FROM articles a CROSS JOIN LATERAL (SELECT ${normOf(perWord)} AS norm) n
        ${conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`}
      ) AS scored
    ), best AS (
      SELECT * FROM rated ORDER BY ${order} ${upTo}
    )
    SELECT r.id, r.arrival, r.story, r.copies, drawn.day, drawn.score, drawn.parts, drawn.is_best
    FROM (
      SELECT best.*, true AS is_best FROM best
      ${search.newer && most !== undefined ? newer(search.newer) : ''}
    ) AS drawn JOIN revisions r USING (arrival)
    ORDER BY is_best DESC, drawn.score DESC, drawn.day DESC NULLS LAST, r.arrival DESC`,
    give.all,
  );
}

function within(
  { arrivedAfter, arrivedBy, publishedBy, publishedSince, changedSince }: Search,
  give: Values,
): string[] {
  const conditions: string[] = [];
  const text = (value: string) => give.put(value, 'text');
  if (arrivedAfter !== undefined)
    conditions.push(`a.arrival > ${give.put(arrivedAfter, 'bigint')}`);
  if (arrivedBy !== undefined) conditions.push(`a.arrival <= ${give.put(arrivedBy, 'bigint')}`);
  if (publishedBy !== undefined) conditions.push(`a.day <= ${text(publishedBy.slice(0, 10))}`);
  if (publishedSince !== undefined)
    conditions.push(`a.day >= ${text(publishedSince.slice(0, 10))}`);
  if (changedSince !== undefined) {
    conditions.push(`(a.day >= ${text(changedSince)} OR a.changed >= ${text(changedSince)})`);
  }
  return conditions;
}

/** What of it holds the phrases as they are typed, punctuation and all, best first. */
async function checked(
  sql: Query,
  bodies: Bodies,
  rows: readonly Row[],
  { phrases, words }: Sought,
): Promise<readonly Found[]> {
  const byArrival = new Map(rows.map((row) => [row.arrival, row]));
  const found: Found[] = [];
  for (const article of await bodies.articles(sql, rows)) {
    const row = byArrival.get(article.arrival);
    if (row === undefined) continue;
    if (phrases === undefined) {
      found.push({ article, score: row.score });
      continue;
    }
    const held = (row.parts ?? []).map((part, at) => {
      const phrase = phrases[at];
      if (phrase === undefined || part === 0 || isOneWord(phrase)) return part;
      return bodies.plain(article).some((text) => holdsPhrase(text, phrase)) ? part : 0;
    });
    const score = held.reduce((sum, part) => sum + part, 0);
    if (score > 0) found.push({ article, score: words === undefined ? score : row.score });
  }
  return found.sort(bestFirst);
}

/** Whether nothing that was not asked for yet can be among the best: it comes after the last that was. */
function isSettled(
  found: readonly Found[],
  rows: readonly Row[],
  limit: number,
  { phrases }: Sought,
): boolean {
  if (phrases === undefined) return true;
  const [last, lowest] = [found[limit - 1], rows.at(-1)];
  return last !== undefined && lowest !== undefined && last.score >= lowest.score;
}
