import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Added, Beside, NewArticle } from '../corpus/corpus.ts';
import type { OwnedCorpus, Shelf } from '../corpus/owned-corpus.ts';
import { PartlyAdded } from '../corpus/partly-added.ts';
import type { Article } from '../news/article.ts';
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
  /** Up to where it knows what has become of articles. */
  mark: number;
}

async function memoryOf(corpus: Pick<Shelf, 'mark' | 'size' | 'search'>): Promise<Memory> {
  const memory = { copies: copyMemory(), stories: storyMemory(), mark: await corpus.mark() };
  const { lastArrival } = await corpus.size();
  const found = await corpus.search({ arrivedAfter: lastArrival - MOST_COMPARED });
  const articles = found.map(({ article }) => article);
  articles.sort((one, other) => one.arrival - other.arrival);
  await rememberAll(memory, articles);
  return memory;
}

async function rememberAll(memory: Memory, articles: readonly Article[]): Promise<void> {
  for (const [at, article] of articles.entries()) {
    memory.copies.remember(article);
    memory.stories.remember(article, article.story ?? article.id);
    if (at % AT_A_TIME === 0) await nextTurn();
  }
}

/** Takes in what other processes have done since; false where that is too much to be known. */
async function catchUp(memory: Memory, shelf: Pick<Shelf, 'changesAfter'>): Promise<boolean> {
  const changes = await shelf.changesAfter(memory.mark);
  if (changes === undefined) return false;
  for (const id of changes.removed) forget(memory, id);
  await rememberAll(memory, changes.changed);
  memory.mark = changes.mark;
  return true;
}

async function prepareAll(
  { copies, stories }: Memory,
  newcomers: readonly NewArticle[],
): Promise<void> {
  for (const [at, article] of newcomers.entries()) {
    copies.prepare(article);
    stories.prepare(article);
    if (at % AT_A_TIME === 0) await nextTurn();
  }
}

function forget({ copies, stories }: Memory, id: string): void {
  copies.forget(id);
  stories.forget(id);
}

/** What adding a batch comes to, before anything is written. */
interface Plan {
  /** The articles that are none of another's copies, each with its story. */
  readonly articles: readonly NewArticle[];
  /** For each article given: its place among those, or the id of the article that it copies. */
  readonly outcome: readonly (number | string)[];
  /** What changes beside their texts of articles that are there, … */
  readonly standing: ReadonlyMap<string, Beside>;
  /** … and of those that come now. */
  readonly coming: ReadonlyMap<string, Beside>;
}

/**
 * A corpus that takes an article in once, whatever address, feed or reprint it comes by, and puts each with its
 * story. A copy is kept as one of its article's `copies`; a copy whose text has become another is an article of its own.
 */
export function shelving(corpus: OwnedCorpus): OwnedCorpus {
  let memory: Memory | undefined;
  const inTurn = oneAtATime();

  /** Does a change while no other process makes one, knowing what others have done; `newcomers` are what it adds. */
  function shelved<T>(
    change: (shelf: Shelf, memory: Memory) => Promise<T>,
    newcomers: readonly NewArticle[] = [],
  ): Promise<T> {
    return inTurn(async () => {
      try {
        for (;;) {
          // Gathering takes a while, so others are not kept waiting meanwhile: what they do is caught up with.
          const remembered = memory ?? (await memoryOf(corpus));
          memory = remembered;
          // As much as can be done while others go on.
          await catchUp(remembered, corpus);
          await prepareAll(remembered, newcomers);
          const done = await corpus.alone(async (shelf) => {
            if (!(await catchUp(remembered, shelf))) return undefined;
            const result = await change(shelf, remembered);
            remembered.mark = await shelf.mark();
            return { result };
          });
          if (done !== undefined) return done.result;
          memory = undefined;
        }
      } catch (error) {
        // What is remembered may not have been written: it is gathered again from what was.
        memory = undefined;
        throw error;
      }
    });
  }

  return {
    ...corpus,
    add: (newcomers) => shelved((shelf, memory) => add(shelf, memory, newcomers), newcomers),
    remove: (id) =>
      shelved((shelf, memory) => {
        forget(memory, id);
        return shelf.remove(id);
      }),
  };
}

async function planFor(
  shelf: Shelf,
  memory: Memory,
  newcomers: readonly NewArticle[],
): Promise<Plan> {
  const { copies, stories } = memory;
  const articles: NewArticle[] = [];
  const outcome: (number | string)[] = [];
  const beside = new Map<string, Beside>();
  const amend = (id: string, change: Beside) => beside.set(id, { ...beside.get(id), ...change });
  // Nothing is written until all is planned.
  const there = await shelf.articles(newcomers.map(({ id }) => id));
  for (const article of newcomers) stories.expect(article);
  for (const article of newcomers) {
    const standing = there.get(article.id);
    // An article's own address brings a new text of it, however much that is like another's.
    const original = standing?.id === article.id ? undefined : copies.find(article);
    if (original !== undefined && original !== article.id) {
      outcome.push(original);
      const known = beside.get(original)?.copies ?? (await shelf.article(original))?.copies ?? [];
      const { id, url, outlet } = article;
      if (!known.some((copy) => copy.id === id)) {
        amend(original, { copies: [...known, { id, url, outlet }] });
      }
      continue;
    }
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
  const isComing = new Set(articles.map(({ id }) => id).filter((id) => there.get(id)?.id !== id));
  return {
    articles: articles.map((one) => withStory(one, beside)),
    outcome,
    standing: new Map([...beside].filter(([id]) => !isComing.has(id))),
    coming: new Map([...beside].filter(([id]) => isComing.has(id))),
  };
}

/** An article of the batch that moved to another story before it was written. */
function withStory(article: NewArticle, beside: ReadonlyMap<string, Beside>): NewArticle {
  const story = beside.get(article.id)?.story;
  return story === undefined ? article : { ...article, story };
}

async function add(
  shelf: Shelf,
  memory: Memory,
  newcomers: readonly NewArticle[],
): Promise<readonly Added[]> {
  const { articles, outcome, standing, coming } = await planFor(shelf, memory, newcomers);
  const told = async (added: readonly (Added | undefined)[]) => {
    const all: (Added | undefined)[] = [];
    for (const at of outcome) {
      all.push(typeof at === 'number' ? added[at] : await copyOf(shelf, at));
    }
    return all;
  };
  try {
    // What changes of articles that are there comes first: whatever is missing after a crash comes in again as new,
    // and finds the stories already one; a copy of an article that came with it is only told again.
    if (standing.size > 0) await shelf.amend(standing);
    const added = await shelf.add(articles);
    if (coming.size > 0) await shelf.amend(coming);
    return (await told(added)).filter((one) => one !== undefined);
  } catch (error) {
    throw error instanceof PartlyAdded ? new PartlyAdded(error, await told(error.added)) : error;
  }
}

/** Says that an article repeats another; undefined where that one could not be written. */
async function copyOf(shelf: Shelf, original: string): Promise<Added | undefined> {
  const article = await shelf.article(original);
  return article && { id: original, revision: article.revision, change: 'copy' };
}
