import { type Placeable, storyMemory } from '../../../src/ingest/stories/story-memory.ts';

/** The story of each article in the end, by article id, and how often an article changed its story. */
export function placed(
  articles: readonly Placeable[],
  memory = storyMemory(),
): { readonly stories: ReadonlyMap<string, string>; readonly moves: number } {
  const stories = new Map<string, string>();
  let moves = 0;
  for (const article of articles) {
    const { story, moved } = memory.place(article);
    for (const [id, nowIn] of moved) stories.set(id, nowIn);
    moves += moved.size;
    stories.set(article.id, story);
  }
  return { stories, moves };
}

/** The articles of each story, whatever it is called. */
export function groups(stories: ReadonlyMap<string, string>): readonly string[][] {
  const together = new Map<string, string[]>();
  for (const [article, story] of stories) {
    together.set(story, [...(together.get(story) ?? []), article].sort());
  }
  return [...together.values()].sort();
}

/** B-cubed F (Bagga and Baldwin 1998) of stories against what the articles tell of. */
export function bCubed(
  stories: ReadonlyMap<string, string>,
  truth: ReadonlyMap<string, string>,
): number {
  const ids = [...truth.keys()];
  const share = (of: ReadonlyMap<string, string>, against: ReadonlyMap<string, string>) => {
    let sum = 0;
    for (const id of ids) {
      const together = ids.filter((other) => of.get(other) === of.get(id));
      sum +=
        together.filter((other) => against.get(other) === against.get(id)).length / together.length;
    }
    return sum / ids.length;
  };
  const precision = share(stories, truth);
  const recall = share(truth, stories);
  return (2 * precision * recall) / (precision + recall);
}
