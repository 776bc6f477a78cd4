import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Added, Beside, NewArticle } from '../corpus/corpus.ts';
import { PartlyAdded } from '../corpus/partly-added.ts';
import type { OwnedCorpus } from '../corpus/writer.ts';
import { type CopyMemory, copyMemory } from './copies/copy-memory.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { type StoryMemory, storyMemory } from './stories/story-memory.ts';

/** So many of the latest articles are compared with what comes in; older ones are too old to be copied or continued. */
const MOST_COMPARED = 4_000;
const AT_A_TIME = 20;

/** What is remembered of the articles that came in lately. */
interface Memory {
  readonly copies: CopyMemory;
  readonly stories: StoryMemory;
}

async function memoryOf(corpus: OwnedCorpus): Promise<Memory> {
  const memory = { copies: copyMemory(), stories: storyMemory() };
  const { lastArrival } = await corpus.size();
  const found = await corpus.search({ arrivedAfter: lastArrival - MOST_COMPARED });
  const articles = found.map(({ article }) => article);
  articles.sort((one, other) => one.arrival - other.arrival);
  for (const [at, article] of articles.entries()) {
    memory.copies.remember(article);
    memory.stories.remember(article, article.story ?? article.id);
    if (at % AT_A_TIME === 0) await nextTurn();
  }
  return memory;
}

/** What adding a batch comes to, before anything is written. */
interface Plan {
  /** The articles that are none of another's copies, each with its story. */
  readonly articles: readonly NewArticle[];
  /** For each article given: its place among those, or the id of the article that it copies. */
  readonly outcome: readonly (number | string)[];
  /** What changes of articles beside their texts. */
  readonly beside: ReadonlyMap<string, Beside>;
}

/**
 * A corpus that takes an article in once, whatever address, feed or reprint it comes by, and puts each with its
 * story. A copy is kept as one of its article's `copies`; a copy whose text has become another is an article of its own.
 */
export function shelving(corpus: OwnedCorpus): OwnedCorpus {
  let memory: Promise<Memory> | undefined;
  const inTurn = oneAtATime();

  /** The article that one on its way in stands for, if another does. */
  async function originalOf({ copies }: Memory, article: NewArticle): Promise<string | undefined> {
    const known = await corpus.article(article.id);
    // An article's own address brings a new text of it, however much that is like another's.
    return known?.id === article.id ? undefined : copies.find(article);
  }

  async function planFor(remembered: Memory, newcomers: readonly NewArticle[]): Promise<Plan> {
    const { copies, stories } = remembered;
    const articles: NewArticle[] = [];
    const outcome: (number | string)[] = [];
    const beside = new Map<string, Beside>();
    const amend = (id: string, change: Beside) => beside.set(id, { ...beside.get(id), ...change });
    for (const article of newcomers) stories.expect(article);
    for (const article of newcomers) {
      const original = await originalOf(remembered, article);
      if (original !== undefined && original !== article.id) {
        outcome.push(original);
        const known =
          beside.get(original)?.copies ?? (await corpus.article(original))?.copies ?? [];
        const { id, url, outlet } = article;
        if (!known.some((copy) => copy.id === id)) {
          amend(original, { copies: [...known, { id, url, outlet }] });
        }
        continue;
      }
      const standing = await corpus.article(article.id);
      if (standing !== undefined && standing.id !== article.id) {
        amend(standing.id, {
          copies: standing.copies?.filter(({ id }) => id !== article.id) ?? [],
        });
      }
      copies.remember(article);
      const { story, moved } = stories.place(article);
      for (const [id, to] of moved) amend(id, { story: to });
      outcome.push(articles.length);
      articles.push(story === article.id ? article : { ...article, story });
    }
    return { articles: articles.map((one) => withStory(one, beside)), outcome, beside };
  }

  /** An article of the batch that moved to another story before it was written. */
  function withStory(article: NewArticle, beside: ReadonlyMap<string, Beside>): NewArticle {
    const story = beside.get(article.id)?.story;
    return story === undefined ? article : { ...article, story };
  }

  /** What changes of articles that are there, and of those that are about to be. */
  async function byPresence(
    all: Plan['beside'],
  ): Promise<readonly [Plan['beside'], Plan['beside']]> {
    const [standing, coming] = [new Map<string, Beside>(), new Map<string, Beside>()];
    for (const [id, change] of all) {
      const isThere = (await corpus.article(id))?.id === id;
      (isThere ? standing : coming).set(id, change);
    }
    return [standing, coming];
  }

  async function add(newcomers: readonly NewArticle[]): Promise<readonly Added[]> {
    memory ??= memoryOf(corpus);
    const { articles, outcome, beside } = await planFor(await memory, newcomers);
    const told = (added: readonly (Added | undefined)[]) =>
      Promise.all(outcome.map((at) => (typeof at === 'number' ? added[at] : copyOf(at))));
    const [standing, coming] = await byPresence(beside);
    try {
      // What changes of articles that are there comes first: whatever is missing after a crash comes in again as new,
      // and finds the stories already one; a copy of an article that came with it is only told again.
      if (standing.size > 0) await corpus.amend(standing);
      const added = await corpus.add(articles);
      if (coming.size > 0) await corpus.amend(coming);
      return (await told(added)).filter((one) => one !== undefined);
    } catch (error) {
      // What is remembered may not have been written: it is gathered again from what was.
      memory = undefined;
      throw error instanceof PartlyAdded ? new PartlyAdded(error, await told(error.added)) : error;
    }
  }

  /** Says that an article repeats another; undefined where that one could not be written. */
  async function copyOf(original: string): Promise<Added | undefined> {
    const article = await corpus.article(original);
    return article && { id: original, revision: article.revision, change: 'copy' };
  }

  return {
    ...corpus,
    add: (newcomers) => inTurn(() => add(newcomers)),
    remove: (id) =>
      inTurn(async () => {
        const remembered = await memory;
        remembered?.copies.forget(id);
        remembered?.stories.forget(id);
        return corpus.remove(id);
      }),
  };
}
