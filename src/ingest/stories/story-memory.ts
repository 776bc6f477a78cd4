import { type Lengths, lengthsOf, likeness } from './likeness.ts';
import { neighbours, type Remembered } from './neighbours.ts';
import { type Profiled, profileOf, type Told } from './profile.ts';
import { wordRarity } from './rarity.ts';
import { wordReader } from './words.ts';

/** What a story memory asks of an article. */
export interface Placeable extends Told {
  readonly id: string;
}

/** Where an article belongs. */
export interface Placed {
  /** Id of the article that its story began with. */
  readonly story: string;
  /** Articles placed earlier whose story changed with this one: article id → story id. */
  readonly moved: ReadonlyMap<string, string>;
}

/** Puts the articles about one happening together, one at a time, as they arrive. */
export interface StoryMemory {
  /** Reads an article that will come, and changes nothing: what takes time is then done. */
  prepare(article: Placeable): void;
  /** Learns which words are rare from an article that is still to be placed, where several came in together. */
  expect(article: Placeable): void;
  /** The story an article belongs to, which it may have begun; one placed before keeps its story. */
  place(article: Placeable): Placed;
  /** Takes in an article whose story is known already; one that is remembered goes over to that story. */
  remember(article: Placeable, story: string): void;
  /** Leaves an article out from now on; its story keeps its id. */
  forget(id: string): void;
}

/** Log-odds, on average over its articles, from which an article belongs to a story, or two stories are one. */
const BELONGS = -0.7;
const MOST_NEIGHBOURS = 20;
/** By how much another story must suit an article better for it to go over. */
const CLEARLY = 0.25;
/** Of a long story, the latest articles stand for it; so many of two are compared in pairs. */
const MOST_COMPARED = 12;
/** Beyond this many articles, the one remembered longest is forgotten. */
const MOST_REMEMBERED = 20_000;

interface Known extends Remembered {
  lengths: Lengths;
  story: Story;
}

interface Story {
  readonly id: string;
  /** Place in the order in which stories began. */
  readonly begun: number;
  /** In the order in which they came. */
  readonly articles: Set<Known>;
}

/**
 * An empty memory. Single-pass clustering (Allan, Papka and Lavrenko 1998) by average link: an article joins the
 * story to whose articles it is most alike on average, begins one where none is alike enough, and two stories that
 * have become alike enough are one from then on, under the older one's id. Stories are never divided.
 */
export function storyMemory(): StoryMemory {
  const rarity = wordRarity();
  const read = wordReader();
  const index = neighbours(rarity);
  const known = new Map<string, Known>();
  const stories = new Map<string, Story>();
  /** Ids of articles that were counted and have not been placed. */
  const expected = new Set<string>();
  const profiled = new WeakMap<Placeable, Profiled>();
  let begun = 0;

  const storyNamed = (id: string): Story => {
    const story = stories.get(id) ?? { id, begun: begun++, articles: new Set() };
    stories.set(id, story);
    return story;
  };

  const profiledOf = (article: Placeable): Profiled => {
    const told = profiled.get(article) ?? profileOf(article, read);
    profiled.set(article, told);
    return told;
  };

  const meet = (article: Placeable): Remembered => {
    const { profile, all } = profiledOf(article);
    profiled.delete(article);
    if (!expected.delete(article.id)) rarity.count(all);
    return { id: article.id, profile, lengths: lengthsOf(profile, rarity) };
  };

  const keep = (article: Remembered, story: Story): void => {
    const kept = { ...article, story };
    known.set(article.id, kept);
    story.articles.add(kept);
    index.add(kept);
    const [oldest] = known.keys();
    if (known.size > MOST_REMEMBERED && oldest !== undefined) forget(oldest);
  };

  const leave = (article: Known): void => {
    article.story.articles.delete(article);
    if (article.story.articles.size === 0) stories.delete(article.story.id);
  };

  const forget = (id: string): void => {
    const article = known.get(id);
    if (article === undefined) return;
    known.delete(id);
    index.remove(article);
    leave(article);
  };

  const likenessTo = (article: Remembered, other: Known): number => {
    if (other.lengths.age !== rarity.age()) other.lengths = lengthsOf(other.profile, rarity);
    return likeness(article, other, rarity);
  };

  /** How alike an article is to a story's articles, on average. */
  const alikeness = (article: Remembered, story: Story): number => {
    const compared = [...story.articles].slice(-MOST_COMPARED);
    return compared.reduce((sum, other) => sum + likenessTo(article, other), 0) / compared.length;
  };

  const storyAlikeness = (one: Story, other: Story): number => {
    const compared = [...one.articles].slice(-MOST_COMPARED);
    return compared.reduce((sum, article) => sum + alikeness(article, other), 0) / compared.length;
  };

  const join = (younger: Story, older: Story, moved: Map<string, string>): void => {
    for (const article of younger.articles) {
      article.story = older;
      older.articles.add(article);
      moved.set(article.id, older.id);
    }
    stories.delete(younger.id);
  };

  /** Articles near a new one that its story suits clearly better than their own go over to it; a story keeps its first. */
  const reconsider = (near: readonly Known[], story: Story, moved: Map<string, string>): void => {
    for (const article of near) {
      const own = article.story;
      if (own === story || own.id === article.id || own.articles.size === 1) continue;
      const there = alikeness(article, story);
      if (there < BELONGS) continue;
      own.articles.delete(article);
      const here = alikeness(article, own);
      if (there < here + CLEARLY) {
        own.articles.add(article);
        continue;
      }
      article.story = story;
      story.articles.add(article);
      moved.set(article.id, story.id);
    }
  };

  return {
    prepare(article) {
      if (!known.has(article.id)) profiledOf(article);
    },
    expect(article) {
      if (known.has(article.id) || expected.has(article.id)) return;
      rarity.count(profiledOf(article).all);
      expected.add(article.id);
    },
    place(article) {
      const before = known.get(article.id);
      if (before !== undefined) return { story: before.story.id, moved: new Map() };
      const met = meet(article);
      const near = index
        .near(met, MOST_NEIGHBOURS)
        .flatMap(({ id }) => known.get(id) ?? [])
        .filter((other) => likenessTo(met, other) >= BELONGS);
      const likely = [...new Set(near.map(({ story }) => story))]
        .map((story) => ({ story, alike: alikeness(met, story) }))
        .filter(({ alike }) => alike >= BELONGS - 1)
        .sort((one, other) => other.alike - one.alike);
      const [best] = likely;
      if (best === undefined || best.alike < BELONGS) {
        const story = storyNamed(article.id);
        keep(met, story);
        return { story: story.id, moved: new Map() };
      }
      let story = best.story;
      keep(met, story);
      const moved = new Map<string, string>();
      for (const { story: other } of likely.slice(1)) {
        if (storyAlikeness(story, other) < BELONGS) continue;
        const [older, younger] = story.begun < other.begun ? [story, other] : [other, story];
        join(younger, older, moved);
        story = older;
      }
      reconsider(near, story, moved);
      moved.delete(article.id);
      return { story: story.id, moved };
    },
    remember(article, story) {
      const before = known.get(article.id);
      if (before === undefined) keep(meet(article), storyNamed(story));
      else if (before.story.id !== story) {
        leave(before);
        before.story = storyNamed(story);
        before.story.articles.add(before);
      }
    },
    forget(id) {
      expected.delete(id);
      forget(id);
    },
  };
}
